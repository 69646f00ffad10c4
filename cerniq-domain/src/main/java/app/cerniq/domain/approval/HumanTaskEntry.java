package app.cerniq.domain.approval;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;

/**
 * One line of a task's history; lines are only ever added.
 *
 * @param version the task's version after it
 * @param note why, 1 to 500 characters
 */
public record HumanTaskEntry(long version, What what, ActorRef by, Instant at, String note) {

    /** What happened to the task. */
    public enum What {
        OPENED,
        ASSIGNED,
        REVIEW_BEGAN,
        WARNED,
        ESCALATED,
        APPROVED,
        REJECTED,
        EXPIRED,
        CANCELLED
    }

    public HumanTaskEntry {
        if (note.isBlank() || note.length() > 500) {
            throw new IllegalArgumentException("A note has 1 to 500 characters, not " + note.length() + ".");
        }
    }
}
