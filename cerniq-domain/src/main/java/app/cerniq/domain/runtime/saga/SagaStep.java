package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.runtime.failure.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * A step as it stands.
 *
 * @param attempts how often it was called, forwards or backwards; each call has the next number, so that a late answer is
 *     told from the present one
 * @param failures how many answers in a row brought nothing
 * @param calledAt when it was last about to be called
 * @param dueAt when to look at it again; of a step that waits for a time or was left unknown
 * @param result what came of it so far: the number of a document, the index of an upload
 * @param failure the last thing that went wrong
 * @param note why it waits, was skipped or resolved, in a sentence
 * @param doneAs the how-manieth step of the saga that was done it was; undoing goes backwards
 * @param isAsked whether a person was asked although it is still being tried
 */
public record SagaStep(
        StepPlan plan,
        StepState state,
        int attempts,
        int failures,
        Optional<Instant> calledAt,
        Optional<Instant> dueAt,
        Optional<String> result,
        Optional<Failure> failure,
        Optional<String> note,
        Optional<Integer> doneAs,
        boolean isAsked) {

    /** The longest result that is kept. */
    public static final int LONGEST_RESULT = 200;

    public SagaStep {
        result = result.map(it -> it.substring(0, Math.min(LONGEST_RESULT, it.length())));
    }

    static SagaStep of(StepPlan plan) {
        return new SagaStep(
                plan,
                StepState.PENDING,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public StepName name() {
        return plan.name();
    }

    /** Whether a person has to decide, or at least to know. */
    public boolean isStuck() {
        return state == StepState.FAILED || state == StepState.COMPENSATION_FAILED || isAsked;
    }

    /** Whether it is a pivot whose verdict is out: it was called or has begun, and is neither done nor failed. */
    boolean isUndecidedPivot() {
        return plan.stepClass() == StepClass.PIVOT
                && (state.isInFlight() || (state == StepState.WAITING && result.isPresent()));
    }

    SagaStep called(StepState next, Instant at) {
        return new SagaStep(
                plan,
                next,
                attempts + 1,
                failures,
                Optional.of(at),
                Optional.empty(),
                result,
                failure,
                Optional.empty(),
                doneAs,
                isAsked);
    }

    SagaStep done(String outcome, int number, Optional<String> because) {
        return new SagaStep(
                plan,
                StepState.DONE,
                attempts,
                0,
                calledAt,
                Optional.empty(),
                Optional.of(outcome),
                Optional.empty(),
                because,
                Optional.of(number),
                false);
    }

    SagaStep ended(StepState next, Optional<Failure> failed, Optional<String> because) {
        return new SagaStep(
                plan, next, attempts, failures, calledAt, Optional.empty(), result, failed, because, doneAs, false);
    }

    /** Looked at again at an instant, after an answer that is no failure. */
    SagaStep later(StepState next, Instant due, String why, Optional<String> progress, boolean asked) {
        return new SagaStep(
                plan,
                next,
                attempts,
                0,
                calledAt,
                Optional.of(due),
                progress.or(() -> result),
                failure,
                Optional.of(why),
                doneAs,
                asked);
    }

    /** Looked at again at an instant, after an answer that brought nothing. */
    SagaStep again(StepState next, Instant due, Failure failed, boolean asked) {
        return new SagaStep(
                plan,
                next,
                attempts,
                failures + 1,
                calledAt,
                Optional.of(due),
                result,
                Optional.of(failed),
                Optional.empty(),
                doneAs,
                asked);
    }

    SagaStep dueAt(Instant due) {
        return new SagaStep(
                plan, state, attempts, failures, calledAt, Optional.of(due), result, failure, note, doneAs, isAsked);
    }
}
