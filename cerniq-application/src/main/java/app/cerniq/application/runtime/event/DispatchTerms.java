package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Backoff;
import java.time.Duration;

/**
 * How messages are dispatched.
 *
 * @param batch so many messages are claimed at once, 1 to 10,000
 * @param lease for how long they are nobody else's; at least four times as long as the slowest consumer may take
 * @param backoff for consumers that fail
 * @param poll how soon is asked again where nothing was due and nobody woke the dispatcher
 */
public record DispatchTerms(int batch, Duration lease, Backoff backoff, Duration poll) {

    /** 500 messages for two minutes, {@link Backoff#STANDARD}, asking every second. */
    public static final DispatchTerms STANDARD =
            new DispatchTerms(500, Duration.ofMinutes(2), Backoff.STANDARD, Duration.ofSeconds(1));

    public DispatchTerms {
        if (batch < 1 || batch > 10_000 || lease.isNegative() || lease.isZero() || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("Batches of 1 to 10000 messages, a lease and a pause above zero; not "
                    + batch + " messages for " + lease + ", asking every " + poll + ".");
        }
    }

    DispatchTerms fitting(Duration slowest) {
        var least = slowest.multipliedBy(4);
        return lease.compareTo(least) >= 0 ? this : new DispatchTerms(batch, least, backoff, poll);
    }
}
