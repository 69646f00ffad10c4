package app.cerniq.application.runtime.saga;

import app.cerniq.domain.runtime.saga.StepAnswer;

/**
 * What a step does. No transaction is open and no lock is held meanwhile. An exception counts as an unknown outcome. Every
 * method may be called again after a crash; only what surely has no second effect may be repeated, and {@link #look} is
 * how that becomes sure.
 */
public interface StepAction {

    /** Carries the step out, or goes on with it. */
    StepAnswer perform(StepCall call);

    /** Finds out what became of a call whose answer was lost; unless said otherwise it left nothing. */
    default StepAnswer look(StepCall call) {
        return new StepAnswer.Absent();
    }

    /** Undoes the step; unless said otherwise there is nothing to undo. */
    default StepAnswer undo(StepCall call) {
        return new StepAnswer.Done("There is nothing to undo.");
    }

    /** Finds out what became of an undoing whose answer was lost. */
    default StepAnswer lookForUndo(StepCall call) {
        return new StepAnswer.Absent();
    }
}
