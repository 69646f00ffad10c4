package app.cerniq.application.runtime.saga.completion;

import java.time.Duration;
import java.time.Instant;

/**
 * How soon ANAF is tried again after it could not be reached: the sooner the nearer the deadline, and never so often that
 * its limits are met. Source: document 001, section 8.2 (15 minutes, critical below two days); fiscal 2.7.
 *
 * @param isCritical whether a person has to know: less than two days are left, or none
 */
record DeadlineRetry(Duration pause, boolean isCritical) {

    private static final Duration CRITICAL = Duration.ofDays(2);
    private static final Duration LAST_HOURS = Duration.ofHours(6);

    /** 96 questions about a message a day, where 100 are allowed. */
    private static final Duration URGENT = Duration.ofMinutes(15);

    /** Uploads are not limited; this many more do not disturb the 1,000 calls a minute of all. */
    private static final Duration MOST_URGENT = Duration.ofMinutes(5);

    /**
     * The next try.
     *
     * @param usual the pause of the catalogue, which holds while there is time
     * @param isQuestion whether it is a question about a message, of which ANAF allows few
     */
    static DeadlineRetry of(Instant now, Instant deadline, Duration usual, boolean isQuestion) {
        var left = Duration.between(now, deadline);
        if (left.compareTo(CRITICAL) >= 0) {
            return new DeadlineRetry(isQuestion ? atLeast(URGENT, usual) : usual, false);
        }
        var hurried = left.compareTo(LAST_HOURS) < 0 && !isQuestion ? MOST_URGENT : URGENT;
        return new DeadlineRetry(isQuestion ? URGENT : atMost(hurried, usual), true);
    }

    private static Duration atLeast(Duration least, Duration wanted) {
        return wanted.compareTo(least) < 0 ? least : wanted;
    }

    private static Duration atMost(Duration most, Duration wanted) {
        return wanted.compareTo(most) > 0 ? most : wanted;
    }
}
