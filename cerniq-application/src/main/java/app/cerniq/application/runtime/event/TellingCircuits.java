package app.cerniq.application.runtime.event;

import app.cerniq.application.runtime.resilience.BreakerChange;
import app.cerniq.application.runtime.resilience.BreakerListener;
import app.cerniq.application.runtime.resilience.BreakerState;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.RuntimeEvent.CircuitClosed;
import app.cerniq.domain.runtime.event.RuntimeEvent.CircuitHalfOpened;
import app.cerniq.domain.runtime.event.RuntimeEvent.CircuitOpened;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.shared.Ids;
import java.util.List;

/**
 * Tells a tenant's readers that a partner is left alone, or works again. A breaker that all tenants share belongs to none
 * of them: of that only listeners are told.
 */
public final class TellingCircuits implements BreakerListener {

    private final Outbox outbox;
    private final Envelopes envelopes;

    /** Messages into the given outbox. */
    public TellingCircuits(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.envelopes = new Envelopes("circuit", Metadata.Priority.HIGH, ids);
    }

    @Override
    public void changed(BreakerChange change) {
        change.tenant().ifPresent(tenant -> tell(tenant, change));
    }

    private void tell(TenantId tenant, BreakerChange change) {
        var subject = new Subject(Subject.Kind.SERVICE, change.partner().name());
        var event = envelopes.of(tenant, subject, payload(change), change.at(), EventCause.NONE);
        outbox.append(tenant, List.of(EventJson.message(event)));
    }

    private static EventPayload payload(BreakerChange change) {
        var service = change.partner().name();
        if (change.to() == BreakerState.OPEN) {
            return new CircuitOpened(
                    service,
                    Percentage.of(Integer.toString(change.errorPercent())),
                    change.calls(),
                    change.retryAt().orElse(change.at()));
        }
        return change.to() == BreakerState.HALF_OPEN ? new CircuitHalfOpened(service) : new CircuitClosed(service);
    }
}
