package app.cerniq.domain.fiscal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the authority is asked again what became of an e-invoice: often at first, then hourly, after a day every three hours,
 * and never not at all (C44). That is no more than 30 questions on the first day, of 100 that are allowed per message. Source:
 * fiscal notes, section 2.7.
 */
public final class StatusPolling {

    private static final List<Duration> FIRST = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration MUCH_LATER = Duration.ofHours(3);
    private static final Duration FIRST_DAY = Duration.ofDays(1);

    private StatusPolling() {}

    /**
     * When to ask next.
     *
     * @param asked how often it was asked so far; 0 or more
     * @param last when it was asked last, or uploaded where it was not asked yet
     */
    public static Instant next(Instant uploaded, int asked, Instant last) {
        if (asked < 0) {
            throw new IllegalArgumentException("Nobody asks " + asked + " times.");
        }
        if (Duration.between(uploaded, last).compareTo(FIRST_DAY) >= 0) {
            return last.plus(MUCH_LATER);
        }
        return last.plus(asked < FIRST.size() ? FIRST.get(asked) : LATER);
    }
}
