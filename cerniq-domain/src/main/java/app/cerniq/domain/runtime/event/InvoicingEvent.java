package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import java.time.Instant;
import java.util.List;

/** What happens to proforma, invoice and payment (category G). Series and number are no personal data; names are never told. */
public sealed interface InvoicingEvent extends EventPayload {

    /** A difference between our books and those of the invoicing partner. */
    record Discrepancy(String documentRef, String what, String ours, String theirs) {}

    /** A proforma was made out. */
    record ProformaCreated(NegotiationId negotiationId, String proformaRef, ContentHash quote, Instant expiresAt)
            implements InvoicingEvent {}

    /** The state of a proforma was read from the invoicing partner. */
    record ProformaSynced(NegotiationId negotiationId, String proformaRef, String partnerStatus)
            implements InvoicingEvent {}

    /** An invoice was issued. */
    record InvoiceCreated(NegotiationId negotiationId, String invoiceRef, Money gross, Instant issuedAt)
            implements InvoicingEvent {}

    /** The state of an invoice was read from the invoicing partner. */
    record InvoiceSynced(NegotiationId negotiationId, String invoiceRef, String partnerStatus)
            implements InvoicingEvent {}

    /** The invoicing partner told us something. */
    record WebhookReceived(String deliveryId, String topic, String documentRef, ContentHash body)
            implements InvoicingEvent {}

    /** Our books were compared with those of the invoicing partner. */
    record Reconciled(Instant from, Instant until, int compared, List<Discrepancy> discrepancies)
            implements InvoicingEvent {
        public Reconciled {
            discrepancies = List.copyOf(discrepancies);
        }
    }

    /** The customer accepted a proforma, or paid for it. */
    record ProformaAccepted(NegotiationId negotiationId, String proformaRef, Instant acceptedAt)
            implements InvoicingEvent {}

    /** The customer refused a proforma. */
    record ProformaRejected(NegotiationId negotiationId, String proformaRef) implements InvoicingEvent {}

    /** A proforma is no longer valid and the deal ended for it. */
    record ProformaExpired(NegotiationId negotiationId, String proformaRef, Instant expiredAt)
            implements InvoicingEvent {}

    /** An invoice was reversed in full. */
    record InvoiceCancelled(
            NegotiationId negotiationId, String invoiceRef, String stornoRef, List<StockEvent.Reserved> returned)
            implements InvoicingEvent {
        public InvoiceCancelled {
            returned = List.copyOf(returned);
        }
    }

    /** Money arrived. */
    record PaymentReceived(
            NegotiationId negotiationId, String paymentRef, Money amount, Instant receivedAt, Money paidSoFar)
            implements InvoicingEvent {}
}
