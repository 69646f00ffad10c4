package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What humans are asked, and what they answer (category N). */
public sealed interface HitlEvent extends EventPayload {

    /** A human has to decide something. */
    record Escalated(
            UUID hitlRequestId,
            Optional<NegotiationId> negotiationId,
            String reason,
            Urgency priority,
            Optional<UserId> assignedTo,
            Instant slaDeadline)
            implements HitlEvent {}

    /** A human drives a deal from now on. */
    record Takeover(UUID hitlRequestId, NegotiationId negotiationId, Optional<UserId> takenBy, String reason)
            implements HitlEvent {}

    /** A human is asked for a discount. */
    record DiscountRequested(
            UUID hitlRequestId,
            NegotiationId negotiationId,
            DiscountRequestId requestId,
            DiscountTier tier,
            Instant slaDeadline)
            implements HitlEvent {}

    /** A human granted a discount. */
    record DiscountApproved(UUID hitlRequestId, NegotiationId negotiationId, DiscountRequestId requestId, By approvedBy)
            implements HitlEvent {}

    /** A human refused a discount. */
    record DiscountRejected(UUID hitlRequestId, NegotiationId negotiationId, DiscountRequestId requestId, By rejectedBy)
            implements HitlEvent {}

    /** A human has to look at a document. */
    record DocumentReview(
            UUID hitlRequestId,
            NegotiationId negotiationId,
            String documentRef,
            List<String> faults,
            Instant slaDeadline)
            implements HitlEvent {
        public DocumentReview {
            faults = List.copyOf(faults);
        }
    }

    /** What a human was asked is done. */
    record Resolved(UUID hitlRequestId, Optional<NegotiationId> negotiationId, By resolvedBy, String resolution)
            implements HitlEvent {}

    /** A human has to decide soon. */
    record SlaWarning(UUID hitlRequestId, Optional<NegotiationId> negotiationId, Urgency priority, Instant slaDeadline)
            implements HitlEvent {}

    /** Nobody decided in time. */
    record Expired(
            UUID hitlRequestId, Optional<NegotiationId> negotiationId, Instant slaDeadline, Optional<Role> escalatedTo)
            implements HitlEvent {}
}
