package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.PricingEvent;
import java.util.List;

/** What is told of discounts that somebody decides on. The comment of the decision stays in the journal. */
final class DiscountNews {

    private DiscountNews() {}

    static List<EventPayload> requested(DiscountRequested requested, Occasion occasion) {
        var request = requested.request();
        var lines = request.lines().stream()
                .map(line -> new PricingEvent.LineDiscount(line.sku(), line.discount(), line.unitPrice()))
                .toList();
        return List.of(
                new PricingEvent.DiscountRequested(occasion.deal(), request.id(), lines, By.of(request.requestedBy())),
                new PricingEvent.DiscountPendingApproval(
                        occasion.deal(), request.id(), request.tier(), request.highest(), request.decideBy()));
    }

    static List<EventPayload> approved(DiscountApproved approved, Occasion occasion) {
        var approval = approved.approval();
        return List.of(new PricingEvent.DiscountApproved(
                occasion.deal(),
                approval.request(),
                approval.quote(),
                approval.tier(),
                By.of(approval.by()),
                approval.validUntil()));
    }

    static List<EventPayload> rejected(DiscountRejected rejected, Occasion occasion) {
        return List.of(new PricingEvent.DiscountRejected(occasion.deal(), rejected.request(), occasion.by()));
    }
}
