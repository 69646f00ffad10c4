package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Cui;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What comes in from earlier stages of a sale and goes out to later ones; the channels of the source document, section 5. */
public sealed interface CrossStageEvent extends EventPayload {

    /** What is known of the conversation so far, without a word of it. */
    record ConversationContext(int messageCount, int lastSentimentScore, Optional<UUID> assignedPhoneId) {}

    /** The fiscal documents of a sale. */
    record InvoiceDetails(
            String oblioInvoiceId, String invoiceNumber, Money totalWithVat, Optional<String> einvoiceId) {}

    /** One line of a sale; the price is without VAT, after the discount. */
    record ProductSold(Sku sku, Quantity quantity, Money unitPrice, Money totalValue) {}

    /** A lead answered warmly. */
    record WarmReply(
            LeadId leadId,
            Optional<UUID> contactId,
            ContactChannel channelType,
            String lastMessageId,
            ConversationContext conversationContext)
            implements CrossStageEvent {}

    /** A lead wants to be called back. */
    record CallbackRequested(
            LeadId leadId, Optional<UUID> contactId, ContactChannel channelType, Optional<Instant> notBefore)
            implements CrossStageEvent {}

    /** A deal was paid. */
    record SaleCompleted(
            NegotiationId negotiationId,
            LeadId leadId,
            Optional<UUID> contactId,
            Optional<Cui> clientCui,
            InvoiceDetails invoiceDetails,
            List<ProductSold> productsSold,
            Optional<UserId> assignedUserId,
            Instant completedAt)
            implements CrossStageEvent {
        public SaleCompleted {
            productsSold = List.copyOf(productsSold);
        }
    }

    /** An invoice was issued. */
    record InvoiceIssued(
            NegotiationId negotiationId, LeadId leadId, String invoiceNumber, Money totalWithVat, Instant issuedAt)
            implements CrossStageEvent {}

    /** A lead paid and is a customer now; told with every sale, the receiver knows its customers. */
    record CustomerCreated(LeadId leadId, NegotiationId negotiationId, Optional<Cui> clientCui, Instant since)
            implements CrossStageEvent {}

    /** Nothing happens in a deal. */
    record NegotiationStalled(
            NegotiationId negotiationId, LeadId leadId, NegotiationState inState, Instant lastActivityAt)
            implements CrossStageEvent {}

    /** A quote was open for too long. */
    record QuoteExpired(NegotiationId negotiationId, LeadId leadId, int quoteNumber, Money gross)
            implements CrossStageEvent {}

    /** A deal was lost. */
    record LeadCancelled(
            NegotiationId negotiationId, LeadId leadId, Optional<LossReason> lossReason, Instant cancelledAt)
            implements CrossStageEvent {}
}
