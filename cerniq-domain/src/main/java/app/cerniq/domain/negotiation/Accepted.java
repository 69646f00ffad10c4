package app.cerniq.domain.negotiation;

import java.util.ArrayList;
import java.util.List;

/** The aggregate's yes: its next state and what happened. */
public record Accepted(Negotiation next, Change change) {

    /** The same yes with what follows from it, as part of the same change. */
    Accepted and(List<NegotiationEvent> more) {
        if (more.isEmpty()) {
            return this;
        }
        var events = new ArrayList<>(change.events());
        events.addAll(more);
        var after = next;
        for (var event : more) {
            after = event.applyTo(after, change);
        }
        return new Accepted(
                after, new Change(change.negotiation(), change.version(), change.by(), change.at(), events));
    }
}
