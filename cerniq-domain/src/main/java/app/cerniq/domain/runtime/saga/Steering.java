package app.cerniq.domain.runtime.saga;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.saga.SagaEntry.What;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person does with a saga. Everything goes to the journal with who, when and why. Only users leave out, resolve and
 * undo; the system may retry, park and unpark; an AI agent does none of it.
 */
public final class Steering {

    private final Saga saga;
    private final Actor actor;
    private final Instant at;

    Steering(Saga saga, Actor actor, Instant at) {
        this.saga = saga;
        this.actor = actor;
        this.at = at;
    }

    /** Tries a step again now: one that failed, or one that waits or is unknown, before its time. */
    public Either<SagaRefusal, SagaChange> retry(StepName name, String reason) {
        return onStep("retry a step", false, name, step -> {
            var allowed = saga.isUndoing()
                    ? List.of(
                            StepState.COMPENSATION_FAILED,
                            StepState.COMPENSATION_WAITING,
                            StepState.COMPENSATION_UNKNOWN)
                    : List.of(StepState.FAILED, StepState.WAITING, StepState.UNKNOWN);
            if (!allowed.contains(step.state())) {
                return left(new SagaRefusal.WrongStepState("be retried", name, step.state(), allowed));
            }
            var state = switch (step.state()) {
                case FAILED -> StepState.WAITING;
                case COMPENSATION_FAILED -> StepState.COMPENSATION_WAITING;
                default -> step.state();
            };
            return done(step.later(state, at, reason, Optional.empty(), false), What.RETRIED, reason);
        });
    }

    /** Leaves a step out: its effect is not wanted, or somebody brought it about by other means. */
    public Either<SagaRefusal, SagaChange> skip(StepName name, String reason) {
        return onStep("skip a step", true, name, step -> {
            if (step.isUndecidedPivot()) {
                return left(new SagaRefusal.StillInFlight(name, step.state()));
            }
            var open = Set.of(StepState.PENDING, StepState.WAITING, StepState.FAILED);
            if (!open.contains(step.state()) || saga.isUndoing()) {
                return wrong("be skipped", step, StepState.PENDING, StepState.WAITING, StepState.FAILED);
            }
            return done(step.ended(StepState.SKIPPED, step.failure(), Optional.of(reason)), What.SKIPPED, reason);
        });
    }

    /**
     * Settles a step as a person found it to be.
     *
     * @param result what came of it, where it was done or undone; empty where the person found that it was not
     */
    public Either<SagaRefusal, SagaChange> resolve(StepName name, Optional<String> result, String reason) {
        return onStep("resolve a step", true, name, step -> switch (step.state()) {
            case UNKNOWN, WAITING, FAILED -> forwards(step, result, reason);
            case COMPENSATION_UNKNOWN, COMPENSATION_WAITING, COMPENSATION_FAILED -> backwards(step, result, reason);
            default ->
                wrong(
                        "be resolved",
                        step,
                        StepState.UNKNOWN,
                        StepState.WAITING,
                        StepState.FAILED,
                        StepState.COMPENSATION_UNKNOWN,
                        StepState.COMPENSATION_WAITING,
                        StepState.COMPENSATION_FAILED);
        });
    }

    private Either<SagaRefusal, SagaChange> forwards(SagaStep step, Optional<String> result, String reason) {
        if (saga.isUndoing()) {
            return left(new SagaRefusal.WrongStatus("go forward", saga.status(), "a saga that is not being undone"));
        }
        var next = result.map(outcome -> step.done(outcome, saga.stepsDone() + 1, Optional.of(reason)))
                .orElseGet(() -> step.later(StepState.WAITING, at, reason, Optional.empty(), false));
        return done(next, What.RESOLVED, reason);
    }

    private Either<SagaRefusal, SagaChange> backwards(SagaStep step, Optional<String> result, String reason) {
        var next = result.isPresent()
                ? step.ended(StepState.COMPENSATED, Optional.empty(), Optional.of(reason))
                : step.later(StepState.COMPENSATION_WAITING, at, reason, Optional.empty(), false);
        return done(next, What.RESOLVED, reason);
    }

    /** Undoes everything that was done; not after a pivot, and not while a call is out. */
    public Either<SagaRefusal, SagaChange> undo(String reason) {
        return allowed("undo a saga", true)
                .<Either<SagaRefusal, SagaChange>>map(Either::left)
                .orElseGet(() -> {
                    if (saga.isUndoing()
                            || saga.status().isOver()
                            || saga.parked().isPresent()) {
                        return left(new SagaRefusal.WrongStatus(
                                "be undone", saga.status(), "a saga that goes forward and is not parked"));
                    }
                    return saga.undoFault()
                            .<Either<SagaRefusal, SagaChange>>map(Either::left)
                            .orElseGet(() -> right(saga.undoing()
                                    .changed(by(), at, What.UNDONE_ON_REQUEST, Optional.empty(), reason)));
                });
    }

    /** Stops the saga until it is unparked; an answer that is on its way is still written down. */
    public Either<SagaRefusal, SagaChange> park(String reason) {
        return allowed("park a saga", false)
                .<Either<SagaRefusal, SagaChange>>map(Either::left)
                .orElseGet(() -> saga.parked().isPresent() || saga.status().isOver()
                        ? left(new SagaRefusal.WrongStatus(
                                "be parked", saga.status(), "a saga that is neither parked nor over"))
                        : right(saga.parked(Optional.of(new Saga.Parked(by(), at, reason)))
                                .changed(by(), at, What.PARKED, Optional.empty(), reason)));
    }

    /** Lets a parked saga go on. */
    public Either<SagaRefusal, SagaChange> unpark(String reason) {
        return allowed("unpark a saga", false)
                .<Either<SagaRefusal, SagaChange>>map(Either::left)
                .orElseGet(() -> saga.parked().isEmpty()
                        ? left(new SagaRefusal.WrongStatus("be unparked", saga.status(), "a saga that is parked"))
                        : right(saga.parked(Optional.empty())
                                .changed(by(), at, What.UNPARKED, Optional.empty(), reason)));
    }

    /** Looks at waiting steps now instead of at their time, because something happened; empty where none of them waits. */
    public Optional<SagaChange> wake(Set<StepName> names, String because) {
        var waiting = saga.steps().stream()
                .filter(step -> names.contains(step.name()) && step.state() == StepState.WAITING)
                .filter(step -> step.dueAt().stream().anyMatch(at::isBefore))
                .toList();
        if (waiting.isEmpty() || saga.isUndoing()) {
            return Optional.empty();
        }
        var woken = saga;
        for (var step : waiting) {
            woken = woken.with(step.dueAt(at));
        }
        return Optional.of(woken.changed(by(), at, What.WOKEN, Optional.empty(), because));
    }

    private interface OnStep {
        Either<SagaRefusal, SagaChange> decide(SagaStep step);
    }

    private Either<SagaRefusal, SagaChange> onStep(String verb, boolean onlyPeople, StepName name, OnStep decision) {
        var fault = allowed(verb, onlyPeople);
        if (fault.isPresent()) {
            return left(fault.get());
        }
        return saga.step(name)
                .map(decision::decide)
                .orElseGet(() -> left(new SagaRefusal.UnknownStep(
                        name, saga.steps().stream().map(SagaStep::name).toList())));
    }

    private Optional<SagaRefusal> allowed(String verb, boolean onlyPeople) {
        var isPerson = actor.kind() == ActorKind.USER;
        return isPerson || (actor.kind() == ActorKind.SYSTEM && !onlyPeople)
                ? Optional.empty()
                : Optional.of(new SagaRefusal.OnlyForPeople(by().toString(), verb));
    }

    private Either<SagaRefusal, SagaChange> done(SagaStep next, What what, String reason) {
        return right(saga.with(next).changed(by(), at, what, Optional.of(next.name()), reason));
    }

    private static Either<SagaRefusal, SagaChange> wrong(String verb, SagaStep step, StepState... allowed) {
        return left(new SagaRefusal.WrongStepState(verb, step.name(), step.state(), List.of(allowed)));
    }

    private ActorRef by() {
        return ActorRef.of(actor);
    }
}
