package app.cerniq.ports.runtime;

import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where delivered messages go after a while. They leave the outbox only after {@link #keep} came back, so an archive that
 * is full or away loses nothing: the outbox grows until it is there again.
 */
public interface EventArchive {

    /**
     * Keeps messages; one that is kept already is left as it is.
     *
     * @throws RuntimeException where they could not all be kept
     */
    void keep(TenantId tenant, List<OutboxMessage> messages);

    /** Messages of a span of time, or of one subject where it is named, in the order in which they happened. */
    List<OutboxMessage> find(TenantId tenant, Span span, int limit);

    /** Destroys what happened before an instant. At most {@code limit} messages at a time; returns how many. */
    int destroy(TenantId tenant, Instant before, int limit);

    /**
     * What is looked for.
     *
     * @param subject only this one, as {@link app.cerniq.domain.runtime.event.Subject#key}; empty for all
     * @param from the first instant
     * @param until the first instant after it
     */
    record Span(Optional<String> subject, Instant from, Instant until) {

        /** Whether a message is looked for. */
        public boolean includes(OutboxMessage message) {
            return subject.map(message.subject().key()::equals).orElse(true)
                    && !message.timestamp().isBefore(from)
                    && message.timestamp().isBefore(until);
        }
    }
}
