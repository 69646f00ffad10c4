package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.Percentage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the machinery tells about itself, so that an operator sees it and a host can act on it. */
public sealed interface RuntimeEvent extends EventPayload {

    /** A service fails so often that it is left alone for a while. */
    record CircuitOpened(String service, Percentage failures, int calls, Instant retryAt) implements RuntimeEvent {}

    /** A service that was left alone is tried again. */
    record CircuitHalfOpened(String service) implements RuntimeEvent {}

    /** A service works again. */
    record CircuitClosed(String service) implements RuntimeEvent {}

    /** The automation of a tenant stopped itself. */
    record AutomationParked(String bound, String observed, String limit) implements RuntimeEvent {}

    /** Somebody let the automation of a tenant go on. */
    record AutomationResumed(By resumedBy, String reason) implements RuntimeEvent {}

    /** A chain of steps began. */
    record SagaStarted(UUID sagaId, String saga, NegotiationId negotiationId) implements RuntimeEvent {}

    /** A step is done. */
    record SagaStepCompleted(UUID sagaId, String saga, NegotiationId negotiationId, String step)
            implements RuntimeEvent {}

    /** A step failed. */
    record SagaStepFailed(
            UUID sagaId,
            String saga,
            NegotiationId negotiationId,
            String step,
            String code,
            int attempt,
            Optional<Instant> retryAt)
            implements RuntimeEvent {}

    /** Nobody knows whether a step had its effect; it is asked for before anything is repeated. */
    record SagaStepUnknown(UUID sagaId, String saga, NegotiationId negotiationId, String step)
            implements RuntimeEvent {}

    /** A step was taken back. */
    record SagaStepCompensated(UUID sagaId, String saga, NegotiationId negotiationId, String step)
            implements RuntimeEvent {}

    /** An operator decided to go on without a step. */
    record SagaStepSkipped(
            UUID sagaId, String saga, NegotiationId negotiationId, String step, By skippedBy, String reason)
            implements RuntimeEvent {}

    /** An operator stopped a chain of steps. */
    record SagaParked(UUID sagaId, String saga, NegotiationId negotiationId, By parkedBy, String reason)
            implements RuntimeEvent {}

    /** All steps are done. */
    record SagaCompleted(UUID sagaId, String saga, NegotiationId negotiationId) implements RuntimeEvent {}

    /** All steps were taken back. */
    record SagaCompensated(UUID sagaId, String saga, NegotiationId negotiationId, String reason)
            implements RuntimeEvent {}

    /** A chain of steps waits for a human. */
    record SagaStuck(UUID sagaId, String saga, NegotiationId negotiationId, String step, String reason)
            implements RuntimeEvent {}

    /** An event could not be delivered and waits for an operator. */
    record EventDeadLettered(
            UUID eventId, String eventType, int eventVersion, String consumer, int attempts, String error)
            implements RuntimeEvent {}

    /** Something that is done regularly failed. */
    record ScheduleFailed(String schedule, String error, int failures, Instant nextAt) implements RuntimeEvent {}
}
