package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import java.time.Duration;
import java.util.Set;

/**
 * Somebody who wants to be told: a process manager of ours, or a part of the host. Thread-safe: events of different
 * subjects may come at the same time, those of one subject come one after the other in their order.
 *
 * <p>Every event comes <em>at least</em> once. It comes again where the process died, or the time limit passed, between
 * the consumer's work and its being recorded; whoever has effects makes them idempotent by the event id, for instance with
 * {@link ConsumerName#keyFor}. No transaction is open and no lock is held while the consumer works.
 */
public interface EventConsumer {

    /** Under which name deliveries are remembered; a new name is a new consumer, who gets what happens from then on. */
    ConsumerName name();

    /** Which events it wants; asked once. */
    Set<EventType> types();

    /**
     * Takes one event. An exception counts as {@link Reception#again}; a consumer that does not come back within its time
     * limit is interrupted and counts as failed too.
     */
    Reception consume(Envelope envelope, DeliveryNote note);

    /** How long one event may take; 30 seconds unless said otherwise. */
    default Duration timeLimit() {
        return Duration.ofSeconds(30);
    }
}
