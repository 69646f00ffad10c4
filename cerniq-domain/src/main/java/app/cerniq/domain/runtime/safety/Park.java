package app.cerniq.domain.runtime.safety;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's automation stands still: its agents are refused until a person lets them go on. People are not affected, and
 * neither is what gives back or ends by time.
 *
 * @param by who parked it: the engine itself, or a person
 * @param exceeded the bound that was exceeded; empty where a person parked it
 * @param occurrences how many were counted in the window; 0 where a person parked it
 * @param reason in words, 1 to 500 characters
 */
public record Park(
        TenantId tenant, Instant since, ActorRef by, Optional<SafetyBound> exceeded, long occurrences, String reason) {

    private static final int LONGEST_REASON = 500;

    public Park {
        requireReason(reason);
    }

    /** Throws {@link IllegalArgumentException} unless a reason to park or to resume says something, briefly. */
    public static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length() + ".");
        }
    }

    /** The engine parks a tenant whose automation went beyond a bound. */
    public static Park exceeding(TenantId tenant, SafetyBound bound, long occurrences, ActorRef engine, Instant at) {
        var reason = "%d × %s within %d minutes; allowed are %d."
                .formatted(occurrences, bound.signal(), bound.window().toMinutes(), bound.limit());
        return new Park(tenant, at, engine, Optional.of(bound), occurrences, reason);
    }

    /** A person stops everything that is automatic. */
    public static Park ordered(TenantId tenant, ActorRef by, String reason, Instant at) {
        return new Park(tenant, at, by, Optional.empty(), 0, reason);
    }
}
