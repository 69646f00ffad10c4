package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;

/** Who asks, and when: what every decision of the aggregate is made under. */
public record Stamp(Actor actor, Instant at) {

    /** The actor as history keeps it. */
    public ActorRef by() {
        return ActorRef.of(actor);
    }
}
