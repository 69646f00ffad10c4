package app.cerniq.domain.approval;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a task's history; lines are only ever added.
 *
 * @param version the task's version after it
 * @param authority how much who acted might decide alone at that moment
 * @param value the value that was asked for, where the task was opened; the value that was granted, where it was decided;
 *     1 to 2,000 characters; else empty
 * @param note why, 1 to 500 characters
 */
public record HumanTaskEntry(
        long version, What what, ActorRef by, Authority authority, Instant at, Optional<String> value, String note) {

    private static final int LONGEST_VALUE = 2_000;

    /** What happened to the task. */
    public enum What {
        OPENED,
        ASSIGNED,
        DELEGATED,
        RETURNED,
        REVIEW_BEGAN,
        PUT_OFF,
        WARNED,
        REMINDED,
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
        value.ifPresent(HumanTaskEntry::checkValue);
    }

    static void checkValue(String value) {
        if (value.isBlank() || value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "A value has 1 to " + LONGEST_VALUE + " characters, not " + value.length() + ".");
        }
    }
}
