package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happens to an e-invoice at the tax authority (category H). */
public sealed interface EInvoiceEvent extends EventPayload {

    /** An e-invoice was handed in. */
    record Submitted(
            NegotiationId negotiationId,
            UUID submissionId,
            String invoiceRef,
            String uploadIndex,
            Instant legalDeadline)
            implements EInvoiceEvent {}

    /** The authority was asked what became of an e-invoice. */
    record StatusChecked(NegotiationId negotiationId, UUID submissionId, String status, int checks)
            implements EInvoiceEvent {}

    /** The authority accepted an e-invoice. */
    record Accepted(
            NegotiationId negotiationId, UUID submissionId, String invoiceRef, String downloadId, Instant acceptedAt)
            implements EInvoiceEvent {}

    /** The authority refused an e-invoice. */
    record Rejected(NegotiationId negotiationId, UUID submissionId, String invoiceRef, List<String> faults)
            implements EInvoiceEvent {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** An e-invoice will be handed in again. */
    record Retry(NegotiationId negotiationId, UUID submissionId, int attempt, Instant nextAt, String reason)
            implements EInvoiceEvent {}

    /** The legal deadline of an e-invoice is near and it is not accepted. */
    record DeadlineCritical(
            NegotiationId negotiationId, Optional<UUID> submissionId, String invoiceRef, Instant legalDeadline)
            implements EInvoiceEvent {}
}
