package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.util.List;

/**
 * What one command did to one negotiation: folding all its changes gives its state.
 *
 * @param version the negotiation's version after the change; 1 for the opening
 * @param events in the order in which they happened; at least one
 */
public record Change(NegotiationId negotiation, long version, ActorRef by, Instant at, List<NegotiationEvent> events) {
    public Change {
        events = List.copyOf(events);
        if (events.isEmpty() || version < 1) {
            throw new IllegalArgumentException("A change has a version from 1 and at least one event.");
        }
    }

    /** Whether somebody did something; otherwise it only says that time has passed. */
    public boolean isActivity() {
        return events.stream().anyMatch(NegotiationEvent::isActivity);
    }

    /** This change after the person behind the deal was forgotten. */
    public Change redacted(Redaction redaction) {
        return new Change(
                negotiation,
                version,
                by,
                at,
                events.stream().map(event -> event.redacted(redaction, version)).toList());
    }
}
