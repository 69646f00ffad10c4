package app.cerniq.domain.guardrail.tenant;

import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * All guardrails of a tenant in one version.
 *
 * @param version 1 for the first, one more with every other
 * @param from the first instant at which they hold; until the next version does
 * @param guardrails up to {@link #MOST}, each code once; none takes all of them away
 */
public record GuardrailPack(TenantId tenant, long version, Instant from, List<TenantGuardrail> guardrails) {

    /** The most guardrails of one tenant. */
    public static final int MOST = 100;

    public GuardrailPack {
        guardrails = List.copyOf(guardrails);
        var codes = new HashSet<String>();
        if (version < 1
                || guardrails.size() > MOST
                || !guardrails.stream().allMatch(guardrail -> codes.add(guardrail.code()))) {
            throw new IllegalArgumentException(
                    "A pack has a version from 1 and up to " + MOST + " guardrails, each code once.");
        }
    }
}
