package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.PriceBook;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleRefusal;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.pricing.PriceRules;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

final class InMemoryPriceRules implements PriceRules {

    private final InMemoryTenants tenants;
    private final BiFunction<TenantId, Sku, Optional<String>> categories;
    private final Map<TenantId, PriceBook> books = new HashMap<>();

    InMemoryPriceRules(InMemoryTenants tenants, BiFunction<TenantId, Sku, Optional<String>> categories) {
        this.tenants = tenants;
        this.categories = categories;
    }

    @Override
    public Either<PriceRuleRefusal, PriceRule> put(TenantId tenant, PriceRule rule) {
        return change(tenant, book -> book.accept(rule));
    }

    @Override
    public Either<PriceRuleRefusal, PriceRule> retire(TenantId tenant, PriceRuleId rule) {
        return change(tenant, book -> book.retire(rule));
    }

    private synchronized Either<PriceRuleRefusal, PriceRule> change(
            TenantId tenant, Function<PriceBook, Either<PriceRuleRefusal, PriceRule>> decision) {
        tenants.require(tenant);
        var decided = decision.apply(book(tenant));
        decided.forEach(rule -> books.put(tenant, book(tenant).with(rule)));
        return decided;
    }

    @Override
    public synchronized List<PriceRule> list(TenantId tenant) {
        return book(tenant).rules();
    }

    @Override
    public synchronized Map<Sku, List<PriceRule>> inForce(TenantId tenant, Collection<Sku> skus, Instant at) {
        var found = new LinkedHashMap<Sku, List<PriceRule>>();
        for (var sku : skus) {
            found.put(sku, book(tenant).covering(sku, categories.apply(tenant, sku), at));
        }
        return Map.copyOf(found);
    }

    private PriceBook book(TenantId tenant) {
        return books.getOrDefault(tenant, new PriceBook(List.of()));
    }
}
