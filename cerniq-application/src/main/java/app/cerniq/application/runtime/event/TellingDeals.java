package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import java.util.List;
import java.util.Optional;

/** Makes the messages that a commit carries: what others are told of a change, in their envelopes. */
public final class TellingDeals {

    private final Envelopes envelopes;

    /** Envelopes with ids from the given source. */
    public TellingDeals(Ids ids) {
        this.envelopes = new Envelopes("negotiation", Metadata.Priority.NORMAL, ids);
    }

    /**
     * The messages that follow from a change, in their order.
     *
     * @param before the deal as it was; empty where the change opened it
     */
    public List<OutboxMessage> messages(Optional<Negotiation> before, Accepted accepted, EventCause cause) {
        var occasion = new Occasion(before, accepted.next(), accepted.change());
        var deal = occasion.deal();
        var known = new EventCause(Optional.of(cause.correlation().orElse(deal.value())), cause.event(), cause.trace());
        return DealNews.of(occasion).stream()
                .map(payload -> EventJson.message(envelopes.of(
                        deal.tenant(),
                        Subject.of(deal),
                        payload,
                        occasion.change().at(),
                        known)))
                .toList();
    }
}
