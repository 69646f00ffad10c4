package app.cerniq.application.runtime.saga.completion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often SPV is asked about an upload: after 1, 2, 4, 8, 15, 30 and 60 minutes, then hourly, after a day every three
 * hours; at most 30 questions on the first day, where ANAF allows 100. It never stops. Source: specification fiscal 2.7.
 */
final class PollingPace {

    private static final List<Duration> AT_FIRST = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    private PollingPace() {}

    /** How long to wait for the next question, so long after the upload. */
    static Duration after(Instant upload, Instant now) {
        var age = Duration.between(upload, now);
        if (age.compareTo(Duration.ofDays(1)) >= 0) {
            return Duration.ofHours(3);
        }
        var passed = Duration.ZERO;
        for (var pause : AT_FIRST) {
            passed = passed.plus(pause);
            if (age.compareTo(passed) < 0) {
                return pause;
            }
        }
        return Duration.ofHours(1);
    }
}
