package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What others are told of a deal (category D). Its journal knows more: this is the part that is promised. */
public sealed interface NegotiationNews extends EventPayload {

    /** One line of a quote, without anything that only the seller may know. */
    record Line(Sku sku, Quantity quantity, Money unitPrice, Percentage discount, Money net) {}

    /** A deal began. */
    record Created(
            NegotiationId negotiationId,
            LeadId leadId,
            Optional<UUID> contactId,
            Optional<ContactChannel> sourceChannel,
            SalesChannelCode salesChannel,
            NegotiationState initialState)
            implements NegotiationNews {}

    /** A deal moved. */
    record StateChanged(
            NegotiationId negotiationId,
            NegotiationState fromState,
            NegotiationState toState,
            TransitionTrigger trigger,
            By triggeredBy,
            long negotiationVersion)
            implements NegotiationNews {}

    /** A quote got a line, or a line became another one. */
    record ItemAdded(NegotiationId negotiationId, int quoteNumber, Line line) implements NegotiationNews {}

    /** A quote lost a line. */
    record ItemRemoved(NegotiationId negotiationId, int quoteNumber, Sku sku) implements NegotiationNews {}

    /** A quote is on the table, because the deal reached PROPOSAL or its quote changed there. */
    record QuoteSent(
            NegotiationId negotiationId,
            int quoteNumber,
            ContentHash quote,
            List<Line> lines,
            Money net,
            Money vat,
            Money gross)
            implements NegotiationNews {
        public QuoteSent {
            lines = List.copyOf(lines);
        }
    }

    /** A deal was paid. */
    record Completed(NegotiationId negotiationId, LeadId leadId, Money paid, Instant completedAt)
            implements NegotiationNews {}

    /** A deal is dead. */
    record Cancelled(
            NegotiationId negotiationId,
            LeadId leadId,
            NegotiationState fromState,
            Optional<LossReason> lossReason,
            By cancelledBy)
            implements NegotiationNews {}

    /** A deal stayed too long where it was. */
    record Timeout(
            NegotiationId negotiationId, NegotiationState inState, Optional<NegotiationState> toState, Instant since)
            implements NegotiationNews {}

    /** A dead deal began again. */
    record Resurrected(NegotiationId negotiationId, LeadId leadId, int round, By resurrectedBy)
            implements NegotiationNews {}
}
