package app.cerniq.application.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import java.util.Optional;

/**
 * Which open tasks somebody wants to see; what is empty does not matter.
 *
 * @param atLeast the least priority
 * @param isUnassigned whether only those that nobody in particular has
 */
public record QueueFilter(
        Optional<Role> role,
        Optional<HumanTaskKind> kind,
        Optional<UserId> assignee,
        Optional<Urgency> atLeast,
        boolean isUnassigned) {

    /** All of them. */
    public static final QueueFilter ALL =
            new QueueFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Those of a role. */
    public static QueueFilter of(Role role) {
        return new QueueFilter(Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Those that somebody has. */
    public static QueueFilter of(UserId assignee) {
        return new QueueFilter(Optional.empty(), Optional.empty(), Optional.of(assignee), Optional.empty(), false);
    }

    boolean shows(HumanTask task) {
        return kind.map(wanted -> wanted == task.topic().kind()).orElse(true)
                && assignee.map(wanted -> task.assignee().filter(wanted::equals).isPresent())
                        .orElse(true)
                && atLeast.map(least -> task.priority().compareTo(least) >= 0).orElse(true)
                && !(isUnassigned && task.assignee().isPresent());
    }
}
