package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.time.Duration;
import java.util.Set;

/**
 * Stands for everybody where an event is of a type that this version of the library does not know. Once an operator has it
 * retried by a version that does, it goes to all who want it.
 */
final class Unread implements EventConsumer {

    private final Consumers consumers;

    Unread(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public ConsumerName name() {
        return Consumers.UNREAD;
    }

    @Override
    public Set<EventType> types() {
        return Set.of();
    }

    @Override
    public Duration timeLimit() {
        return consumers.longest().multipliedBy(2);
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        for (var consumer : consumers.of(envelope.type())) {
            var reception = consumer.consume(envelope, note);
            if (!(reception instanceof Reception.Done)) {
                return reception;
            }
        }
        return Reception.done();
    }
}
