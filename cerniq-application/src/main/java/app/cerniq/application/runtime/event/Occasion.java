package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.Change;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.event.By;
import java.util.Optional;

/**
 * What can be told of a change: the deal before and after it.
 *
 * @param before empty where the change opened the deal
 */
record Occasion(Optional<Negotiation> before, Negotiation after, Change change) {

    NegotiationId deal() {
        return after.id();
    }

    By by() {
        return By.of(change.by());
    }

    Optional<QuoteVersion> quoteBefore() {
        return before.flatMap(deal -> deal.bargain().quote());
    }

    /** The one event of a kind in this change, if there is one. */
    <E extends NegotiationEvent> Optional<E> event(Class<E> kind) {
        return change.events().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
