package app.cerniq.ports.runtime;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to deliver what was claimed, for a while. Whoever comes after its end may claim it again; what is settled
 * under a lease that somebody else holds by then is not recorded.
 *
 * @param id never used twice
 * @param from the time of the claim
 * @param until when others may claim it again
 */
public record Lease(UUID id, Instant from, Instant until) {
    public Lease {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A lease ends after it began, not from " + from + " until " + until + ".");
        }
    }
}
