package app.cerniq.domain.negotiation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * In which times a tenant differs from the rules. What is not named lasts as long as the rules say.
 *
 * @param changed from 1 minute to 365 days each, in whole seconds
 */
public record TimeLimits(Map<DealTimer, Duration> changed) {

    /** As the rules say. */
    public static final TimeLimits STANDARD = new TimeLimits(Map.of());

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    public TimeLimits {
        changed = Map.copyOf(changed);
        changed.forEach(TimeLimits::check);
    }

    private static void check(DealTimer timer, Duration lasts) {
        if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0 || lasts.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "A time limit is 1 minute to 365 days in whole seconds, not " + lasts + " for " + timer + ".");
        }
    }

    /** What the tenant says; empty where the rules decide. */
    public Optional<Duration> of(DealTimer timer) {
        return Optional.ofNullable(changed.get(timer));
    }
}
