package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.pricing.DiscountRequestId;
import java.util.Optional;

/** How a waiting discount request ended, in the words of the table; what ended otherwise is void. */
record Settled(DiscountRequestId id, String status, String comment) {

    static Optional<Settled> by(NegotiationEvent event) {
        if (event instanceof DiscountApproved approved) {
            var approval = approved.approval();
            return Optional.of(new Settled(approval.request(), "approved", approval.comment()));
        }
        return event instanceof DiscountRejected rejected
                ? Optional.of(new Settled(rejected.request(), "rejected", rejected.comment()))
                : Optional.empty();
    }
}
