package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.PriceRuleId;
import app.cerniq.domain.pricing.PriceRuleKind;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.time.Instant;
import java.util.List;

/** What happens to prices and discounts (category E). */
public sealed interface PricingEvent extends EventPayload {

    /** A discount on one line. */
    record LineDiscount(Sku sku, Percentage discount, Money unitPrice) {}

    /** A quote was priced. */
    record PriceCalculated(
            NegotiationId negotiationId,
            int quoteNumber,
            ContentHash quote,
            Money net,
            Money vat,
            Money gross,
            Percentage highestDiscount)
            implements PricingEvent {}

    /** Somebody wants a discount that somebody else has to decide on. */
    record DiscountRequested(
            NegotiationId negotiationId, DiscountRequestId requestId, List<LineDiscount> lines, By requestedBy)
            implements PricingEvent {
        public DiscountRequested {
            lines = List.copyOf(lines);
        }
    }

    /** The discounts of a quote were held against the limits. */
    record DiscountValidated(
            NegotiationId negotiationId, int quoteNumber, Percentage highestDiscount, DiscountTier tier)
            implements PricingEvent {}

    /** The rules alone granted the discounts of a quote. */
    record DiscountAutoApproved(NegotiationId negotiationId, int quoteNumber, List<LineDiscount> lines)
            implements PricingEvent {
        public DiscountAutoApproved {
            lines = List.copyOf(lines);
        }
    }

    /** A discount waits for a decision. */
    record DiscountPendingApproval(
            NegotiationId negotiationId,
            DiscountRequestId requestId,
            DiscountTier tier,
            Percentage highestDiscount,
            Instant decideBy)
            implements PricingEvent {}

    /** A discount was granted. */
    record DiscountApproved(
            NegotiationId negotiationId,
            DiscountRequestId requestId,
            ContentHash quote,
            DiscountTier tier,
            By approvedBy,
            Instant validUntil)
            implements PricingEvent {}

    /** A discount was refused. */
    record DiscountRejected(NegotiationId negotiationId, DiscountRequestId requestId, By rejectedBy)
            implements PricingEvent {}

    /** A request that waited need not be decided any more: what it asked for is no longer on the table. */
    record DiscountVoided(NegotiationId negotiationId, DiscountRequestId requestId, By changedBy)
            implements PricingEvent {}

    /** A price rule of a tenant changed. */
    record PriceRuleUpdated(PriceRuleId ruleId, PriceRuleKind kind, int ruleVersion, Instant validFrom)
            implements PricingEvent {}
}
