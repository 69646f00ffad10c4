package app.cerniq.domain.runtime.safety;

import java.time.Duration;

/**
 * How much of something is still behaviour and not yet misbehaviour.
 *
 * @param limit so many within the window are allowed, one more is not; 1 or more
 * @param window from a minute to a day, in whole minutes
 */
public record SafetyBound(Signal signal, int limit, Duration window) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public SafetyBound {
        if (limit < 1) {
            throw new IllegalArgumentException("A bound allows 1 or more, not " + limit + ".");
        }
        if (window.compareTo(SHORTEST) < 0
                || window.compareTo(LONGEST) > 0
                || !window.equals(Duration.ofMinutes(window.toMinutes()))) {
            throw new IllegalArgumentException(
                    "A window lasts 1 minute to 24 hours, in whole minutes, not " + window + ".");
        }
    }

    /** Whether so many within the window are too many. */
    public boolean isExceededBy(long occurrences) {
        return occurrences > limit;
    }
}
