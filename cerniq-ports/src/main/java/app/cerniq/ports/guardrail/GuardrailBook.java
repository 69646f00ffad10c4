package app.cerniq.ports.guardrail;

import app.cerniq.domain.guardrail.SalesTerms;
import app.cerniq.domain.guardrail.tenant.GuardrailPack;
import app.cerniq.domain.guardrail.tenant.GuardrailRefusal;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/** What tenants lay down about automated texts. Nothing is ever deleted or changed: every version stays readable. */
public interface GuardrailBook {

    /**
     * Lays sales terms down, to hold from an instant on. The version must be the next one, the instant not before that of
     * the version before.
     */
    Either<GuardrailRefusal, SalesTerms> lay(TenantId tenant, SalesTerms terms, Instant from);

    /** Lays a pack of guardrails down, under the same conditions. */
    Either<GuardrailRefusal, GuardrailPack> install(GuardrailPack pack);

    /** The terms and guardrails that hold at an instant, in one step; {@link SalesTerms#NONE} and none where none do. */
    InForce at(TenantId tenant, Instant at);

    /** The versions of the latest terms and guardrails, whether or not they hold yet; 0 where there are none. */
    Latest latest(TenantId tenant);

    /**
     * What the tenant's goods are called now, by SKU, and the state of the catalogue that this was read from: archived
     * goods, and goods without an active version, are left out.
     */
    Vocabulary vocabulary(TenantId tenant);

    /** The state of the catalogue alone: equal states, equal vocabularies. */
    String vocabularyState(TenantId tenant);

    /**
     * What holds.
     *
     * @param guardrails at most one: the version in force
     */
    record InForce(SalesTerms terms, List<GuardrailPack> guardrails) {}

    /** The latest versions. */
    record Latest(long terms, long guardrails) {}
}
