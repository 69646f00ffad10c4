package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the guardrails say about an answer before it is sent (category M). */
public sealed interface GuardrailEvent extends EventPayload {

    /** How much a violation weighs: an error keeps the answer from being sent. */
    enum Severity {
        ERROR,
        WARNING
    }

    /**
     * What is wrong with an answer.
     *
     * @param type which check spoke, for example {@code PRICE_BELOW_FLOOR}
     * @param correction what would have been right
     */
    record Violation(String type, Severity severity, String message, Optional<String> correction) {}

    /** The price check passed. */
    record PricePassed(UUID responseId, NegotiationId negotiationId) implements GuardrailEvent {}

    /** The price check failed. */
    record PriceFailed(UUID responseId, NegotiationId negotiationId, List<Violation> violations)
            implements GuardrailEvent {
        public PriceFailed {
            violations = List.copyOf(violations);
        }
    }

    /** The stock check passed. */
    record StockPassed(UUID responseId, NegotiationId negotiationId) implements GuardrailEvent {}

    /** The stock check failed. */
    record StockFailed(UUID responseId, NegotiationId negotiationId, List<Violation> violations)
            implements GuardrailEvent {
        public StockFailed {
            violations = List.copyOf(violations);
        }
    }

    /** The discount check passed. */
    record DiscountPassed(UUID responseId, NegotiationId negotiationId) implements GuardrailEvent {}

    /** The discount check failed. */
    record DiscountFailed(UUID responseId, NegotiationId negotiationId, List<Violation> violations)
            implements GuardrailEvent {
        public DiscountFailed {
            violations = List.copyOf(violations);
        }
    }

    /** The compliance check passed. */
    record CompliancePassed(UUID responseId, NegotiationId negotiationId) implements GuardrailEvent {}

    /** The compliance check failed. */
    record ComplianceFailed(UUID responseId, NegotiationId negotiationId, List<Violation> violations)
            implements GuardrailEvent {
        public ComplianceFailed {
            violations = List.copyOf(violations);
        }
    }

    /** An answer may be sent; warnings may remain. */
    record AllPassed(UUID responseId, NegotiationId negotiationId, boolean passed, List<Violation> violations)
            implements GuardrailEvent {
        public AllPassed {
            violations = List.copyOf(violations);
        }
    }

    /** An answer must be written again. */
    record Regenerate(
            UUID responseId,
            NegotiationId negotiationId,
            boolean passed,
            List<Violation> violations,
            Optional<Integer> regenerateCount)
            implements GuardrailEvent {
        public Regenerate {
            violations = List.copyOf(violations);
        }
    }
}
