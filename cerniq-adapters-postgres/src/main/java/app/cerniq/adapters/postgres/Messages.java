package app.cerniq.adapters.postgres;

import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.event.Trace;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.OutboxMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Messages in SQL: many of them in one statement, and one of them in a row. */
final class Messages {

    /** What stands for {@code ${messages}} in a statement: a table {@code m} with a row per message, {@code turn} from 1. */
    static final String TABLE = """
            (
                select
                    g.event_id::uuid, g.stream, g.type, g.event_version::integer, g.payload::jsonb, g.correlation_id::uuid,
                    g.causation_id::uuid, g.occurred_at::timestamptz, g.scheduled_for::timestamptz, g.source,
                    g.source_version, g.priority, g.trace_id, g.span_id, g.parent_span_id, g.turn::integer
                from unnest(
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]
                ) with ordinality as g (
                    event_id, stream, type, event_version, payload, correlation_id, causation_id, occurred_at,
                    scheduled_for, source, source_version, priority, trace_id, span_id, parent_span_id, turn
                )
            ) m""";

    private Messages() {}

    static Slots fill(Slots slots, List<OutboxMessage> messages) throws SQLException {
        each(slots, messages, message -> message.eventId().toString());
        each(slots, messages, message -> message.subject().key());
        each(slots, messages, OutboxMessage::type);
        each(slots, messages, message -> Integer.toString(message.version()));
        each(slots, messages, OutboxMessage::payload);
        each(slots, messages, message -> message.correlation().toString());
        maybe(slots, messages, message -> message.causation().map(UUID::toString));
        each(slots, messages, message -> Micros.of(message.timestamp()).toString());
        maybe(slots, messages, message -> message.scheduledFor().map(Micros::of).map(Instant::toString));
        each(slots, messages, message -> message.metadata().source());
        each(slots, messages, message -> message.metadata().sourceVersion());
        each(slots, messages, message -> message.metadata().priority().name());
        maybe(slots, messages, message -> message.trace().map(Trace::traceId));
        maybe(slots, messages, message -> message.trace().map(Trace::spanId));
        maybe(slots, messages, message -> message.trace().flatMap(Trace::parentSpanId));
        return slots;
    }

    private static void each(Slots slots, Collection<OutboxMessage> messages, Function<OutboxMessage, String> column)
            throws SQLException {
        slots.texts(messages.stream().map(column).toList());
    }

    private static void maybe(
            Slots slots, Collection<OutboxMessage> messages, Function<OutboxMessage, Optional<String>> column)
            throws SQLException {
        slots.maybeTexts(messages.stream().map(column).toList());
    }

    static OutboxMessage read(Row row) throws SQLException {
        return new OutboxMessage(
                new TenantId(row.uuid("tenant_id")),
                row.uuid("event_id"),
                row.text("type"),
                (int) row.number("event_version"),
                Subject.fromKey(row.text("stream")),
                row.uuid("correlation_id"),
                row.maybeUuid("causation_id"),
                row.instant("occurred_at"),
                row.maybeInstant("scheduled_for"),
                new Metadata(
                        row.text("source"),
                        row.text("source_version"),
                        Metadata.Priority.valueOf(row.text("priority"))),
                trace(row),
                row.text("payload"));
    }

    private static Optional<Trace> trace(Row row) throws SQLException {
        var traceId = row.maybeText("trace_id");
        return traceId.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trace(traceId.get(), row.text("span_id"), row.maybeText("parent_span_id")));
    }
}
