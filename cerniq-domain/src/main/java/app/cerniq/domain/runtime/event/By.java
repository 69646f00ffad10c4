package app.cerniq.domain.runtime.event;

import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import java.util.UUID;

/** Who did it, without a name: labels stay in the journal. */
public record By(ActorKind kind, UUID id) {

    /** The reference without its label. */
    public static By of(ActorRef actor) {
        return new By(actor.kind(), actor.id());
    }
}
