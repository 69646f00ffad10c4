package app.cerniq.domain.runtime.saga;

import java.util.Set;

/** Where a step stands. */
public enum StepState {
    /** Not begun. */
    PENDING,
    /** About to be carried out: written down before the call, so that a crash leaves a trace. */
    PLANNED,
    /** It was called and nobody knows what came of it: it is looked for before anything is repeated. */
    UNKNOWN,
    /** Until an instant, or until somebody wakes it. */
    WAITING,
    DONE,
    /** A person has to decide. */
    FAILED,
    /** Left out by a person, with a reason. */
    SKIPPED,
    /** About to be undone. */
    COMPENSATING,
    /** Undoing was called and nobody knows what came of it. */
    COMPENSATION_UNKNOWN,
    /** Undoing is tried again later. */
    COMPENSATION_WAITING,
    COMPENSATED,
    /** Could not be undone; a person has to. */
    COMPENSATION_FAILED;

    /** Whether a call is out, or was, whose end nobody knows. */
    public boolean isInFlight() {
        return this == PLANNED || this == UNKNOWN || this == COMPENSATING || this == COMPENSATION_UNKNOWN;
    }

    /** Whether nothing more is expected of it on the way forward. */
    public boolean isPassed() {
        return this == DONE || this == SKIPPED;
    }

    /** Whether it was done and its undoing is not over. */
    boolean isToBeUndone() {
        return this == DONE || this == COMPENSATING || this == COMPENSATION_UNKNOWN || this == COMPENSATION_WAITING;
    }

    /** The states that may follow; the database guards the same table. */
    public Set<StepState> next() {
        return switch (this) {
            case PENDING -> Set.of(PLANNED, SKIPPED);
            case PLANNED -> Set.of(DONE, FAILED, WAITING, UNKNOWN);
            case UNKNOWN -> Set.of(DONE, WAITING);
            case WAITING -> Set.of(PLANNED, SKIPPED, DONE);
            case FAILED -> Set.of(WAITING, SKIPPED, DONE);
            case DONE -> Set.of(COMPENSATING);
            case COMPENSATING -> Set.of(COMPENSATED, COMPENSATION_FAILED, COMPENSATION_WAITING, COMPENSATION_UNKNOWN);
            case COMPENSATION_UNKNOWN -> Set.of(COMPENSATED, COMPENSATION_WAITING);
            case COMPENSATION_WAITING -> Set.of(COMPENSATING, COMPENSATED);
            case COMPENSATION_FAILED -> Set.of(COMPENSATION_WAITING, COMPENSATED);
            case SKIPPED, COMPENSATED -> Set.of();
        };
    }
}
