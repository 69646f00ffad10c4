package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.PricingEvent;
import app.cerniq.domain.shared.Percentage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Requests that waited before and wait no longer, though nobody decided on them. */
    static List<EventPayload> voided(Occasion occasion) {
        var waiting = occasion.after().bargain().requests().stream()
                .map(DiscountRequest::id)
                .collect(Collectors.toSet());
        occasion.change().events().forEach(event -> decided(event).ifPresent(waiting::add));
        return occasion.before().stream()
                .flatMap(deal -> deal.bargain().requests().stream())
                .map(DiscountRequest::id)
                .filter(id -> !waiting.contains(id))
                .<EventPayload>map(id -> new PricingEvent.DiscountVoided(occasion.deal(), id, occasion.by()))
                .toList();
    }

    private static Optional<DiscountRequestId> decided(NegotiationEvent event) {
        if (event instanceof DiscountApproved approved) {
            return Optional.of(approved.approval().request());
        }
        return event instanceof DiscountRejected rejected ? Optional.of(rejected.request()) : Optional.empty();
    }

    /** That the discounts of a quote were held against the limits, and who agreed to the strictest of them. */
    static Optional<EventPayload> validated(QuoteVersion quote, Occasion occasion) {
        var highest = quote.lines().stream().map(QuoteLine::discount).reduce(Percentage.ZERO, Percentage::max);
        var tier = occasion.after().bargain().approvals().stream()
                .filter(approval -> quote.lines().stream().anyMatch(approval::covers))
                .map(DiscountApproval::tier)
                .reduce(DiscountTier.AUTO, DiscountTier::stricter);
        return highest.equals(Percentage.ZERO)
                ? Optional.empty()
                : Optional.of(new PricingEvent.DiscountValidated(occasion.deal(), quote.number(), highest, tier));
    }
}
