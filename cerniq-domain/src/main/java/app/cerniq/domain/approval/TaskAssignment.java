package app.cerniq.domain.approval;

import app.cerniq.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has a task.
 *
 * @param at since when
 * @param until when it goes back to everybody with the role; empty where it does not by itself
 */
public record TaskAssignment(UserId to, Instant at, Optional<Instant> until) {

    public TaskAssignment {
        until.ifPresent(end -> {
            if (!end.isAfter(at)) {
                throw new IllegalArgumentException("An assignment ends after it begins, not at " + end + ".");
            }
        });
    }

    /** Until somebody says otherwise. */
    public static TaskAssignment of(UserId to, Instant at) {
        return new TaskAssignment(to, at, Optional.empty());
    }
}
