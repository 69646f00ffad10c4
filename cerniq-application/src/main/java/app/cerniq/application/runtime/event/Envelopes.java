package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import java.time.Instant;
import java.util.Optional;

/** Puts what one part of the library tells into envelopes: nobody else makes them. */
final class Envelopes {

    private final Metadata from;
    private final Ids ids;

    /**
     * Envelopes of one part of the library.
     *
     * @param source who tells it, for example {@code negotiation}
     */
    Envelopes(String source, Metadata.Priority priority, Ids ids) {
        this.from = new Metadata(source, LibraryVersion.TEXT, priority);
        this.ids = ids;
    }

    /** The same, in another hurry. */
    Envelopes hurrying(Metadata.Priority priority) {
        return new Envelopes(from.source(), priority, ids);
    }

    /**
     * What is told in its envelope, under a new id.
     *
     * @param cause why; where it names nothing that the event belongs to, the event belongs to itself
     */
    Envelope of(TenantId tenant, Subject subject, EventPayload payload, Instant at, EventCause cause) {
        var type = EventType.of(payload);
        var id = ids.next();
        return new Envelope(
                id,
                type,
                type.version(),
                tenant,
                cause.correlation().orElse(id),
                cause.event(),
                at,
                Optional.empty(),
                subject,
                payload,
                from,
                cause.trace());
    }
}
