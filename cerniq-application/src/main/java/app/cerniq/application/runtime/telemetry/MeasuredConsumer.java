package app.cerniq.application.runtime.telemetry;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** A consumer whose deliveries are measured, and whose log lines carry what the event belongs to. */
public record MeasuredConsumer(EventConsumer consumer, Telemetry telemetry, Clock clock) implements EventConsumer {

    @Override
    public ConsumerName name() {
        return consumer.name();
    }

    @Override
    public Set<EventType> types() {
        return consumer.types();
    }

    @Override
    public Duration timeLimit() {
        return consumer.timeLimit();
    }

    @Override
    @SuppressWarnings("try") // the context is there to be closed, not to be used
    public Reception consume(Envelope event, DeliveryNote note) {
        var from = System.nanoTime();
        var outcome = "failed";
        try (var context = LogContext.correlated(
                event.tenant().toString(), event.correlation().toString())) {
            var reception = consumer.consume(event, note);
            outcome = reception instanceof Reception.Done ? "done" : "failed";
            return reception;
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - from);
            telemetry.time(Measure.EVENT_DELIVERIES, took, event.tenant(), name().value(), outcome);
            if (note.attempt() == 1 && !note.isReplay()) {
                var since = Duration.between(event.timestamp(), clock.instant());
                telemetry.time(Measure.EVENT_LATENCY, since.isNegative() ? Duration.ZERO : since, event.tenant());
            }
        }
    }
}
