package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A line in the journal of a saga, which is only ever added to.
 *
 * @param number from 1, without gaps
 * @param step empty where the whole saga is meant
 * @param now the state of the step, or the status of the saga, after it
 * @param note why, or what was answered; 1 to 500 characters
 */
public record SagaEntry(
        int number, Instant at, ActorRef by, What what, Optional<StepName> step, String now, String note) {

    private static final int LONGEST = 500;

    public SagaEntry {
        note = note.isBlank() ? what.name() : note.substring(0, Math.min(LONGEST, note.length()));
    }

    /** What the line tells. */
    public enum What {
        STARTED,
        CALLED,
        ANSWERED,
        LEFT_UNKNOWN,
        LOOKED_FOR,
        /** An answer to an earlier call came when the step had moved on; it changed nothing. */
        CAME_LATE,
        WOKEN,
        RETRIED,
        SKIPPED,
        RESOLVED,
        UNDONE_ON_REQUEST,
        PARKED,
        UNPARKED
    }
}
