package app.cerniq.benchmarks.drain;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Takes every event, counts it and shows it to somebody. */
final class Counting implements EventConsumer {

    private final AtomicLong count = new AtomicLong();
    private final Consumer<Envelope> shown;

    Counting(Consumer<Envelope> shown) {
        this.shown = shown;
    }

    @Override
    public ConsumerName name() {
        return new ConsumerName("counting");
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.CIRCUIT_CLOSED);
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        shown.accept(envelope);
        count.incrementAndGet();
        return Reception.done();
    }

    long count() {
        return count.get();
    }
}
