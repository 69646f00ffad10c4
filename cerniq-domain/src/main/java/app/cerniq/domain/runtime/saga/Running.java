package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.failure.Severity;
import app.cerniq.domain.runtime.saga.SagaEntry.What;
import app.cerniq.domain.shared.ActorRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a runner does with a saga: it writes down what it is about to do, does it outside, and writes down the answer. */
public final class Running {

    /** How soon after a call without an answer it is looked for, where the catalogue gives no pause. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final Saga saga;
    private final ActorRef by;
    private final Instant at;

    Running(Saga saga, ActorRef by, Instant at) {
        this.saga = saga;
        this.by = by;
        this.at = at;
    }

    /**
     * What is written down before something is done. A step that a runner left behind in the middle of a call becomes
     * unknown; a look for what is unknown already needs no writing, which an empty answer says.
     */
    public Optional<SagaChange> begin(Todo todo) {
        var step = step(todo);
        return switch (todo.kind()) {
            case PERFORM -> Optional.of(called(step.called(StepState.PLANNED, at)));
            case UNDO -> Optional.of(called(step.called(StepState.COMPENSATING, at)));
            case LOOK -> leftBehind(step, StepState.PLANNED, StepState.UNKNOWN);
            case LOOK_FOR_UNDO -> leftBehind(step, StepState.COMPENSATING, StepState.COMPENSATION_UNKNOWN);
        };
    }

    private SagaChange called(SagaStep step) {
        return saga.with(step).changed(by, at, What.CALLED, Optional.of(step.name()), "attempt " + step.attempts());
    }

    private Optional<SagaChange> leftBehind(SagaStep step, StepState open, StepState unknown) {
        if (step.state() != open) {
            return Optional.empty();
        }
        var left = step.ended(unknown, step.failure(), Optional.empty()).dueAt(at);
        return Optional.of(saga.with(left)
                .changed(
                        by,
                        at,
                        What.LEFT_UNKNOWN,
                        Optional.of(step.name()),
                        "attempt " + step.attempts() + " was not written down to its end"));
    }

    /**
     * What is written down after something was done.
     *
     * @param attempt the number of the call that was answered; an answer to an earlier one changes nothing
     */
    public SagaChange answered(Todo todo, int attempt, StepAnswer answer, FailureCatalogue catalogue) {
        var step = step(todo);
        if (step.attempts() != attempt || !isAwaited(todo.kind(), step.state())) {
            return saga.changed(by, at, What.CAME_LATE, Optional.of(step.name()), describe(answer));
        }
        var forwards = todo.kind() == Todo.Kind.PERFORM || todo.kind() == Todo.Kind.LOOK;
        var looked = todo.kind() == Todo.Kind.LOOK || todo.kind() == Todo.Kind.LOOK_FOR_UNDO;
        var next = looked ? found(step, answer, forwards, catalogue) : came(step, answer, forwards, catalogue);
        var after = saga.with(next);
        if (forwards && undoes(next, answer, catalogue)) {
            after = after.undoing();
        }
        return after.changed(
                by, at, looked ? What.LOOKED_FOR : What.ANSWERED, Optional.of(step.name()), describe(answer));
    }

    private static boolean isAwaited(Todo.Kind kind, StepState state) {
        return switch (kind) {
            case PERFORM -> state == StepState.PLANNED || state == StepState.UNKNOWN;
            case LOOK -> state == StepState.UNKNOWN;
            case UNDO -> state == StepState.COMPENSATING || state == StepState.COMPENSATION_UNKNOWN;
            case LOOK_FOR_UNDO -> state == StepState.COMPENSATION_UNKNOWN;
        };
    }

    private SagaStep came(SagaStep step, StepAnswer answer, boolean forwards, FailureCatalogue catalogue) {
        if (answer instanceof StepAnswer.Done done) {
            return done(step, done.result(), forwards);
        }
        if (answer instanceof StepAnswer.NotYet wait) {
            return step.later(waiting(forwards), wait.until(), wait.why(), wait.progress(), wait.askPerson());
        }
        if (answer instanceof StepAnswer.Unknown unknown) {
            return unknown(step, unknown.failure(), forwards, catalogue);
        }
        if (answer instanceof StepAnswer.Refused refused) {
            return triedAgain(step, refused.failure(), forwards, catalogue);
        }
        if (answer instanceof StepAnswer.Unavailable unavailable) {
            return triedAgain(step, unavailable.failure(), forwards, catalogue);
        }
        throw new IllegalArgumentException("Only a look finds nothing: " + step.name() + " was carried out.");
    }

    private SagaStep found(SagaStep step, StepAnswer answer, boolean forwards, FailureCatalogue catalogue) {
        if (answer instanceof StepAnswer.Done done) {
            return done(step, done.result(), forwards);
        }
        if (answer instanceof StepAnswer.NotYet wait) {
            return step.later(waiting(forwards), wait.until(), wait.why(), wait.progress(), wait.askPerson());
        }
        if (answer instanceof StepAnswer.Absent) {
            var certain = step.calledAt().orElse(at).plus(step.plan().settling());
            return at.isBefore(certain)
                    ? step.dueAt(certain)
                    : step.later(waiting(forwards), at, "It was looked for and is not there.", Optional.empty(), false);
        }
        return unknown(step, failureOf(answer), forwards, catalogue);
    }

    private SagaStep done(SagaStep step, String result, boolean forwards) {
        return forwards
                ? step.done(result, saga.stepsDone() + 1, Optional.empty())
                : step.ended(StepState.COMPENSATED, Optional.empty(), Optional.of(result));
    }

    private SagaStep unknown(SagaStep step, Failure failure, boolean forwards, FailureCatalogue catalogue) {
        var rule = catalogue.ruleOf(failure.code());
        var pause = rule.severity().isRetried() ? rule.pause(step.failures() + 1) : FIRST_LOOK;
        var ask = rule.pauseAfter(step.failures() + 1).isEmpty();
        var state = forwards ? StepState.UNKNOWN : StepState.COMPENSATION_UNKNOWN;
        return step.again(state, at.plus(pause), failure, ask);
    }

    private SagaStep triedAgain(SagaStep step, Failure failure, boolean forwards, FailureCatalogue catalogue) {
        var rule = catalogue.ruleOf(failure.code());
        var pause = rule.pauseAfter(step.failures() + 1);
        if (pause.isPresent()) {
            return step.again(waiting(forwards), at.plus(pause.get()), failure, false);
        }
        if (forwards
                && step.plan().stepClass() == StepClass.RETRIABLE
                && rule.severity().isRetried()) {
            return step.again(StepState.WAITING, at.plus(rule.ceiling()), failure, true);
        }
        var failed = forwards ? StepState.FAILED : StepState.COMPENSATION_FAILED;
        return step.ended(failed, Optional.of(failure), Optional.empty());
    }

    private boolean undoes(SagaStep step, StepAnswer answer, FailureCatalogue catalogue) {
        return step.state() == StepState.FAILED
                && step.plan().onRefusal() == StepPlan.OnRefusal.UNDO
                && catalogue.ruleOf(failureOf(answer).code()).severity() == Severity.BUSINESS
                && saga.with(step).undoFault().isEmpty();
    }

    private static StepState waiting(boolean forwards) {
        return forwards ? StepState.WAITING : StepState.COMPENSATION_WAITING;
    }

    private static Failure failureOf(StepAnswer answer) {
        if (answer instanceof StepAnswer.Refused refused) {
            return refused.failure();
        }
        return answer instanceof StepAnswer.Unavailable unavailable
                ? unavailable.failure()
                : ((StepAnswer.Unknown) answer).failure();
    }

    private static String describe(StepAnswer answer) {
        if (answer instanceof StepAnswer.Done done) {
            return done.result();
        }
        if (answer instanceof StepAnswer.NotYet wait) {
            return wait.why();
        }
        return answer instanceof StepAnswer.Absent
                ? "It is not there."
                : failureOf(answer).toString();
    }

    private SagaStep step(Todo todo) {
        return saga.step(todo.step())
                .orElseThrow(() -> new IllegalArgumentException("Saga " + saga.id() + " has no step " + todo.step()));
    }
}
