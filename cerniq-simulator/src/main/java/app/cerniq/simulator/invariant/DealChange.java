package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.simulator.world.Seen;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a deal that is new in its history.
 *
 * @param before the deal before it; empty for the opening
 * @param by the call that committed it; empty where no call was seen to
 */
public record DealChange(Optional<Negotiation> before, Change change, Negotiation after, Optional<Seen> by) {

    /** The events of one kind, in their order. */
    public <E extends NegotiationEvent> Stream<E> events(Class<E> kind) {
        return change.events().stream().filter(kind::isInstance).map(kind::cast);
    }
}
