package app.cerniq.application.runtime.event;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventRefusal.Unreadable;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.OutboxMessage;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;

/**
 * Published events as JSON and back. One-field values are plain text, decimals are text so that nobody rounds them, what
 * is empty is left out. A reader passes over fields that it does not know, and refuses what it does not understand.
 */
final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(EventValues.module())
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .withConfigOverride(
                    BigDecimal.class, decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            // Questions such as Money.isZero() are no properties.
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    private EventJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static String payload(EventPayload payload) {
        try {
            return MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + payload.getClass() + ".", unwritable);
        }
    }

    /** The whole envelope as JSON; its payload is by the schema of its type and version. */
    static String text(Envelope event) {
        try {
            var node = MAPPER.createObjectNode();
            node.put("eventId", event.eventId().toString());
            node.put("eventType", event.type().word());
            node.put("version", event.version());
            node.put("tenantId", event.tenant().toString());
            node.put("correlationId", event.correlation().toString());
            event.causation().ifPresent(cause -> node.put("causationId", cause.toString()));
            node.put("timestamp", event.timestamp().toString());
            event.scheduledFor().ifPresent(time -> node.put("scheduledFor", time.toString()));
            node.put("subject", event.subject().key());
            node.set("payload", MAPPER.valueToTree(event.payload()));
            node.set("metadata", MAPPER.valueToTree(event.metadata()));
            event.trace().ifPresent(trace -> node.set("trace", MAPPER.valueToTree(trace)));
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + event.type() + ".", unwritable);
        }
    }

    /** The event as stores keep it. */
    static OutboxMessage message(Envelope event) {
        return new OutboxMessage(
                event.tenant(),
                event.eventId(),
                event.type().word(),
                event.version(),
                event.subject(),
                event.correlation(),
                event.causation(),
                event.timestamp(),
                event.scheduledFor(),
                event.metadata(),
                event.trace(),
                payload(event.payload()));
    }

    /** The event that a message carries; refuses an unknown type, a later version, and a payload that is not its type's. */
    static Either<Unreadable, Envelope> envelope(OutboxMessage message) {
        var type = EventType.find(message.type());
        if (type.isEmpty()) {
            return left(unreadable(message, "no event of this name is in the catalogue"));
        }
        if (message.version() < 1 || message.version() > type.get().version()) {
            return left(unreadable(
                    message, "its latest known version is " + type.get().version()));
        }
        try {
            EventPayload payload = MAPPER.readerFor(type.get().payload())
                    .withAttribute(EventValues.TENANT, message.tenant())
                    .readValue(message.payload());
            return right(envelope(message, type.get(), payload));
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            // Only the kind of fault: Jackson's own message may quote what stood there.
            return left(unreadable(message, "its payload is not as its type asks: " + kind(notOurs)));
        }
    }

    private static String kind(Exception fault) {
        var path = fault instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                ? " at " + mapping.getPathReference().replaceAll("^.*\\[", "[")
                : "";
        return fault.getClass().getSimpleName() + path;
    }

    private static Envelope envelope(OutboxMessage message, EventType type, EventPayload payload) {
        return new Envelope(
                message.eventId(),
                type,
                message.version(),
                message.tenant(),
                message.correlation(),
                message.causation(),
                message.timestamp(),
                message.scheduledFor(),
                message.subject(),
                payload,
                message.metadata(),
                message.trace());
    }

    private static Unreadable unreadable(OutboxMessage message, String why) {
        return new Unreadable(message.type(), message.version(), why);
    }
}
