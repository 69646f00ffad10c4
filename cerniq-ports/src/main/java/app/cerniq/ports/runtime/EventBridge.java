package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.event.EventType;
import java.util.Map;
import java.util.Set;

/**
 * The way to a host's own bus. It is a consumer like others: in order per subject, at least once, tried again after a
 * pause; a message that the bus refuses becomes a dead letter of this bridge.
 */
public interface EventBridge {

    /** Under which name deliveries are remembered. */
    ConsumerName name();

    /** Which events cross the bridge; asked once. */
    Set<EventType> types();

    /** Hands one message over; {@link Reception#done} only once the bus will not lose it. */
    Reception forward(Outgoing message);

    /**
     * A message for a bus.
     *
     * @param key what has to stay in order, for instance the key of a Kafka record: tenant and subject
     * @param headers event id, type, version, tenant, correlation, causation and traceparent, by the names of
     *     docs/events.md
     * @param json the whole envelope, by the schema of its type and version
     */
    record Outgoing(String key, Map<String, String> headers, String json) {
        public Outgoing {
            headers = Map.copyOf(headers);
        }
    }
}
