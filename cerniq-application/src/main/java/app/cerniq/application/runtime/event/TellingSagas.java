package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.EventCause;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaCompensated;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaCompleted;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaParked;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStarted;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStepCompensated;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStepCompleted;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStepFailed;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStepSkipped;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStepUnknown;
import app.cerniq.domain.runtime.event.RuntimeEvent.SagaStuck;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaStep;
import app.cerniq.domain.runtime.saga.StepState;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the messages that the record of a saga carries: what others are told of its steps and its end. */
public final class TellingSagas {

    private final Envelopes envelopes;

    /** Envelopes with ids from the given source. */
    public TellingSagas(Ids ids) {
        this.envelopes = new Envelopes("saga", Metadata.Priority.NORMAL, ids);
    }

    /** The messages that follow from the beginning of a saga. */
    public List<OutboxMessage> begun(SagaChange start) {
        var saga = start.next();
        return messages(start, List.of(new SagaStarted(saga.id().value(), saga.plan(), deal(saga))));
    }

    /** The messages that follow from a change of a saga, in their order; most changes have none. */
    public List<OutboxMessage> messages(Saga before, SagaChange change) {
        var saga = change.next();
        var entry = change.entries().get(0);
        var news = new ArrayList<EventPayload>();
        for (var step : saga.steps()) {
            before.step(step.name())
                    .flatMap(was -> ofStep(saga, was, step, entry))
                    .ifPresent(news::add);
        }
        for (var step : saga.steps()) {
            var known = before.step(step.name()).filter(SagaStep::isStuck).isPresent();
            if (step.isStuck() && !known) {
                news.add(new SagaStuck(
                        saga.id().value(), saga.plan(), deal(saga), step.name().value(), entry.note()));
            }
        }
        if (saga.status() != before.status()) {
            ofStatus(saga, entry).ifPresent(news::add);
        }
        return messages(change, news);
    }

    private static Optional<EventPayload> ofStep(Saga saga, SagaStep was, SagaStep step, SagaEntry entry) {
        var id = saga.id().value();
        var name = step.name().value();
        if (step.failures() > was.failures() && step.state() != StepState.UNKNOWN) {
            return Optional.of(failed(saga, step));
        }
        if (step.state() == was.state()) {
            return Optional.empty();
        }
        return switch (step.state()) {
            case DONE -> Optional.of(new SagaStepCompleted(id, saga.plan(), deal(saga), name));
            case FAILED, COMPENSATION_FAILED -> Optional.of(failed(saga, step));
            case UNKNOWN, COMPENSATION_UNKNOWN -> Optional.of(new SagaStepUnknown(id, saga.plan(), deal(saga), name));
            case COMPENSATED -> Optional.of(new SagaStepCompensated(id, saga.plan(), deal(saga), name));
            case SKIPPED ->
                Optional.of(new SagaStepSkipped(id, saga.plan(), deal(saga), name, By.of(entry.by()), entry.note()));
            default -> Optional.empty();
        };
    }

    private static EventPayload failed(Saga saga, SagaStep step) {
        return new SagaStepFailed(
                saga.id().value(),
                saga.plan(),
                deal(saga),
                step.name().value(),
                step.failure().map(Failure::code).map(Object::toString).orElse("STEP_BROKE"),
                step.attempts(),
                step.dueAt());
    }

    private static Optional<EventPayload> ofStatus(Saga saga, SagaEntry entry) {
        var id = saga.id().value();
        return switch (saga.status()) {
            case DONE -> Optional.of(new SagaCompleted(id, saga.plan(), deal(saga)));
            case COMPENSATED -> Optional.of(new SagaCompensated(id, saga.plan(), deal(saga), entry.note()));
            case PARKED -> Optional.of(new SagaParked(id, saga.plan(), deal(saga), By.of(entry.by()), entry.note()));
            default -> Optional.empty();
        };
    }

    private static NegotiationId deal(Saga saga) {
        return new NegotiationId(saga.id().tenant(), saga.subject().id());
    }

    private List<OutboxMessage> messages(SagaChange change, List<? extends EventPayload> news) {
        var saga = change.next();
        var cause = new EventCause(Optional.of(saga.subject().id()), Optional.empty(), Optional.empty());
        var subject = new Subject(Subject.Kind.SAGA, saga.id().value().toString());
        return news.stream()
                .map(payload -> EventJson.message(envelopes.of(
                        saga.id().tenant(),
                        subject,
                        payload,
                        change.entries().get(0).at(),
                        cause)))
                .toList();
    }
}
