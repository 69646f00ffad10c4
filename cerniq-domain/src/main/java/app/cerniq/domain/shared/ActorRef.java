package app.cerniq.domain.shared;

import java.util.UUID;

/** Who acted, as history keeps it: without roles, which may be others tomorrow. */
public record ActorRef(ActorKind kind, UUID id, String label) {

    /** The reference to an actor of today. */
    public static ActorRef of(Actor actor) {
        return new ActorRef(actor.kind(), actor.id(), actor.label());
    }

    @Override
    public String toString() {
        return kind.word() + " " + label;
    }
}
