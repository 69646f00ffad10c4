package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.shared.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tells what belongs to no deal and to no saga: what the machinery does of its own accord. */
public final class Announcing {

    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    /** Messages into the given outbox. */
    public Announcing(Outbox outbox, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells it now. */
    public void tell(TenantId tenant, Subject subject, EventPayload payload, Metadata.Priority priority) {
        var type = EventType.of(payload);
        var id = ids.next();
        var event = new Envelope(
                id,
                type,
                type.version(),
                tenant,
                id,
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                subject,
                payload,
                new Metadata("runtime", LibraryVersion.TEXT, priority),
                Optional.empty());
        outbox.append(tenant, List.of(EventJson.message(event)));
    }
}
