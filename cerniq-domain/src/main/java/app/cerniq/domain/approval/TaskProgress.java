package app.cerniq.domain.approval;

import app.cerniq.domain.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a task has come.
 *
 * @param role who has to act now
 * @param level 0 at first, one more with each escalation
 * @param since when the time of this role began
 * @param reminders how often those who should act were told that time runs out, since the role has it
 * @param followUps how often it was put off
 * @param warnAt when they are told next; empty once they were told often enough, and when it is closed
 * @param dueAt until when somebody has to act
 */
public record TaskProgress(
        Role role,
        int level,
        HumanTaskStatus status,
        Optional<TaskAssignment> assignment,
        Instant since,
        int reminders,
        int followUps,
        Optional<Instant> warnAt,
        Instant dueAt) {

    static TaskProgress fresh(Role role, Sla sla, Optional<TaskAssignment> assignment, Instant at) {
        return new TaskProgress(
                role,
                0,
                assignment.isPresent() ? HumanTaskStatus.ASSIGNED : HumanTaskStatus.PENDING,
                assignment,
                at,
                0,
                0,
                Optional.of(sla.warnAt(at)),
                sla.dueAt(at));
    }

    /** When the machinery has to look at it next; empty once it is closed. */
    Optional<Instant> wakeAt() {
        var next = warnAt.orElse(dueAt);
        return status.isOpen()
                ? assignment
                        .flatMap(TaskAssignment::until)
                        .filter(next::isAfter)
                        .or(() -> Optional.of(next))
                : Optional.empty();
    }

    TaskProgress givenTo(HumanTaskStatus next, Optional<TaskAssignment> whose) {
        return new TaskProgress(role, level, next, whose, since, reminders, followUps, warnAt, dueAt);
    }

    /** A second time half-way between now and the deadline, and no third time. */
    TaskProgress reminded(Instant at) {
        var half = at.plus(Duration.between(at, dueAt).dividedBy(2)).truncatedTo(ChronoUnit.MICROS);
        var again = reminders == 0 && half.isAfter(at) && half.isBefore(dueAt)
                ? Optional.of(half)
                : Optional.<Instant>empty();
        return new TaskProgress(role, level, status, assignment, since, reminders + 1, followUps, again, dueAt);
    }

    TaskProgress escalated(Role next, Sla sla, Optional<TaskAssignment> whose, Instant at) {
        return new TaskProgress(
                next,
                level + 1,
                HumanTaskStatus.ESCALATED,
                whose,
                at,
                0,
                followUps,
                Optional.of(sla.warnAt(at)),
                sla.dueAt(at));
    }

    /** The clock stands still until then: as much time is left afterwards as is left now. */
    TaskProgress putOff(TaskAssignment whose, Instant until, Instant at) {
        var left = Duration.between(at, dueAt);
        return new TaskProgress(
                role,
                level,
                HumanTaskStatus.ASSIGNED,
                Optional.of(whose),
                until,
                0,
                followUps + 1,
                Optional.of(until),
                until.plus(left));
    }

    TaskProgress closed(HumanTaskStatus next) {
        return new TaskProgress(role, level, next, assignment, since, reminders, followUps, Optional.empty(), dueAt);
    }
}
