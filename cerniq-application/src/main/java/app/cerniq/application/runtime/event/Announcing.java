package app.cerniq.application.runtime.event;

import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.shared.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tells what belongs to no deal and to no saga: what the machinery does of its own accord. */
public final class Announcing {

    private final Outbox outbox;
    private final Clock clock;
    private final Envelopes envelopes;

    /** Messages into the given outbox. */
    public Announcing(Outbox outbox, Clock clock, Ids ids) {
        this.outbox = outbox;
        this.clock = clock;
        this.envelopes = new Envelopes("runtime", Metadata.Priority.NORMAL, ids);
    }

    /** Tells it now. */
    public void tell(TenantId tenant, Subject subject, EventPayload payload, Metadata.Priority priority) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var event = envelopes.hurrying(priority).of(tenant, subject, payload, at, EventCause.NONE);
        outbox.append(tenant, List.of(EventJson.message(event)));
    }
}
