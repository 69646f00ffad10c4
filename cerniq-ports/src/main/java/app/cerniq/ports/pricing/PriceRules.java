package app.cerniq.ports.pricing;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleRefusal;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What tenants lay down about prices. Nothing is ever deleted: every version of every rule stays readable. */
public interface PriceRules {

    /**
     * Stores a new rule, or the next version of one. Throws {@link app.cerniq.ports.shared.UnknownTenantException} where
     * the tenant is not set up.
     */
    Either<PriceRuleRefusal, PriceRule> put(TenantId tenant, PriceRule rule);

    /** Takes a rule out of use, by a last version that says so. */
    Either<PriceRuleRefusal, PriceRule> retire(TenantId tenant, PriceRuleId rule);

    /** Each rule in its latest version, retired ones included, sorted by id. */
    List<PriceRule> list(TenantId tenant);

    /**
     * The rules in force at an instant that each of these products comes under, by its SKU, its category or because it is
     * sold at all; sorted by id. A product under no rule has an empty list.
     */
    Map<Sku, List<PriceRule>> inForce(TenantId tenant, Collection<Sku> skus, Instant at);
}
