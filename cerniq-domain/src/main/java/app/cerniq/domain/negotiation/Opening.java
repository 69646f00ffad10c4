package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.Opened;
import java.util.List;

/** How a deal begins: always in DISCOVERY, always at version 1. */
public final class Opening {

    private Opening() {}

    /** A new negotiation; that its lead has no other active one is for the store to say. */
    public static Accepted open(NegotiationId id, Opened opened, Stamp stamp) {
        var change = new Change(id, 1, stamp.by(), stamp.at(), List.of(opened));
        return new Accepted(Negotiation.opened(change), change);
    }
}
