package app.cerniq.domain.runtime.saga;

/** Where a saga stands; always told by its steps and whether it is parked. */
public enum SagaStatus {
    /** Something can be done now. */
    RUNNING,
    /** Everything that is left waits for a time or an event. */
    WAITING,
    /** What was done is being undone. */
    COMPENSATING,
    /** Everything that was done is undone; the end. */
    COMPENSATED,
    /** Every step is done or skipped; the end. */
    DONE,
    /** A person has to decide about at least one step; what does not depend on it goes on. */
    STUCK,
    /** A person stopped it. */
    PARKED;

    /** Whether nothing will ever change any more. */
    public boolean isOver() {
        return this == DONE || this == COMPENSATED;
    }
}
