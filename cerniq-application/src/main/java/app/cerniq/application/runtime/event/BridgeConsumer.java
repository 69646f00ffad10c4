package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Trace;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventBridge;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A bridge as a consumer: it gets what consumers get, as JSON with headers. */
public final class BridgeConsumer implements EventConsumer {

    private final EventBridge bridge;

    /** The bridge as one of those who are told. */
    public BridgeConsumer(EventBridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public ConsumerName name() {
        return bridge.name();
    }

    @Override
    public Set<EventType> types() {
        return bridge.types();
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        return bridge.forward(new EventBridge.Outgoing(
                envelope.tenant() + "/" + envelope.subject().key(), headers(envelope, note), EventJson.text(envelope)));
    }

    private static Map<String, String> headers(Envelope envelope, DeliveryNote note) {
        var headers = new HashMap<String, String>();
        headers.put("cerniq-event-id", envelope.eventId().toString());
        headers.put("cerniq-event-type", envelope.type().word());
        headers.put("cerniq-event-version", Integer.toString(envelope.version()));
        headers.put("cerniq-tenant-id", envelope.tenant().toString());
        headers.put("cerniq-correlation-id", envelope.correlation().toString());
        envelope.causation().ifPresent(cause -> headers.put("cerniq-causation-id", cause.toString()));
        envelope.trace().map(Trace::traceparent).ifPresent(parent -> headers.put("traceparent", parent));
        if (note.isReplay()) {
            headers.put("cerniq-replay", "true");
        }
        return headers;
    }
}
