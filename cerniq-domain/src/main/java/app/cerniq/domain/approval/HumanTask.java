package app.cerniq.domain.approval;

import static app.cerniq.domain.approval.HumanTaskEntry.What.APPROVED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.ASSIGNED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.CANCELLED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.ESCALATED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.EXPIRED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.OPENED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.REJECTED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.REVIEW_BEGAN;
import static app.cerniq.domain.approval.HumanTaskEntry.What.WARNED;

import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskRefusal.AlreadyClosed;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYetDue;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYours;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has to look at. A value: every decision on it gives the next value and the line that its history
 * gets. Source: specification, sections 8 and 23.9, C62 to C66.
 *
 * @param version the number of lines in its history
 * @param title what to do, 1 to 200 characters, without personal data of a customer
 * @param role who has to act now
 * @param level 0 at first, one more with each escalation
 * @param warnAt when those who should act are warned; empty once they were, and when it is closed
 * @param dueAt until when somebody has to act
 * @param outcome why it was decided, expired or cancelled; empty while it is open
 */
public record HumanTask(
        HumanTaskId id,
        long version,
        TaskTopic topic,
        String title,
        Urgency priority,
        Role role,
        int level,
        HumanTaskStatus status,
        Optional<UserId> assignee,
        Instant openedAt,
        Optional<Instant> warnAt,
        Instant dueAt,
        Optional<HumanTaskEntry> outcome) {

    public HumanTask {
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("A title has 1 to 200 characters, not " + title.length() + ".");
        }
    }

    /** A task and the line that its history gets. */
    public record Changed(HumanTask next, HumanTaskEntry entry) {}

    /** A new task. */
    public static Changed open(
            HumanTaskId id,
            TaskTopic topic,
            String title,
            Urgency priority,
            Role role,
            Sla sla,
            ActorRef by,
            Instant at) {
        var task = new HumanTask(
                id,
                1,
                topic,
                title,
                priority,
                role,
                0,
                HumanTaskStatus.PENDING,
                Optional.empty(),
                at,
                Optional.of(sla.warnAt(at)),
                sla.dueAt(at),
                Optional.empty());
        return new Changed(task, new HumanTaskEntry(1, OPENED, by, at, title));
    }

    /** When the machinery has to look at it next; empty once it is closed. */
    public Optional<Instant> wakeAt() {
        return status.isOpen() ? Optional.of(warnAt.orElse(dueAt)) : Optional.empty();
    }

    /** Gives it to somebody. */
    public Either<HumanTaskRefusal, Changed> assign(UserId to, Actor by, Instant at) {
        return ifOpen(() -> changed(HumanTaskStatus.ASSIGNED, Optional.of(to), ASSIGNED, by, at, "assigned to " + to));
    }

    /** Somebody with the role looks at it. */
    public Either<HumanTaskRefusal, Changed> beginReview(Actor by, Instant at) {
        return ifOpen(
                by,
                () -> changed(
                        HumanTaskStatus.IN_REVIEW,
                        Optional.of(new UserId(by.id())),
                        REVIEW_BEGAN,
                        by,
                        at,
                        "is being looked at"));
    }

    /** The one decision: yes, or for what is no approval, done. */
    public Either<HumanTaskRefusal, Changed> approve(Actor by, Instant at, String reason) {
        return ifOpen(by, () -> closed(HumanTaskStatus.APPROVED, APPROVED, by, at, reason));
    }

    /** The one decision: no, or for what is no approval, not to be done. */
    public Either<HumanTaskRefusal, Changed> reject(Actor by, Instant at, String reason) {
        return ifOpen(by, () -> closed(HumanTaskStatus.REJECTED, REJECTED, by, at, reason));
    }

    /** It need not be looked at any more. */
    public Either<HumanTaskRefusal, Changed> cancel(Actor by, Instant at, String reason) {
        return ifOpen(() -> closed(HumanTaskStatus.CANCELLED, CANCELLED, by, at, reason));
    }

    /** Notes that those who should act were warned; once. */
    public Either<HumanTaskRefusal, Changed> warn(Actor by, Instant at) {
        return ifOpen(() -> {
                    var next = with(status, assignee, role, level, Optional.empty(), dueAt, Optional.empty());
                    return new Changed(next, line(WARNED, by, at, "due at " + dueAt));
                })
                .filterOrElse(any -> warnAt.isPresent() && !at.isBefore(warnAt.get()), any -> new NotYetDue(id, dueAt));
    }

    /** Hands it to the next role, which has as long as the one before. */
    public Either<HumanTaskRefusal, Changed> escalate(Role to, Sla sla, Actor by, Instant at) {
        return ifDue(at, () -> {
            var next = with(
                    HumanTaskStatus.ESCALATED,
                    Optional.empty(),
                    to,
                    level + 1,
                    Optional.of(sla.warnAt(at)),
                    sla.dueAt(at),
                    Optional.empty());
            return new Changed(next, line(ESCALATED, by, at, "from " + role + " to " + to));
        });
    }

    /** Nobody acted, and nobody is left: a question is answered with no, never with yes; anything else has expired. */
    public Either<HumanTaskRefusal, Changed> expire(Actor by, Instant at) {
        var why = "nobody acted until " + dueAt;
        return ifDue(
                at,
                () -> topic.kind().isApproval()
                        ? closed(HumanTaskStatus.REJECTED, REJECTED, by, at, why)
                        : closed(HumanTaskStatus.EXPIRED, EXPIRED, by, at, why));
    }

    private interface Step {
        Changed take();
    }

    private Either<HumanTaskRefusal, Changed> ifOpen(Step step) {
        return status.isOpen() ? Either.right(step.take()) : Either.left(new AlreadyClosed(id, status, outcome));
    }

    private Either<HumanTaskRefusal, Changed> ifOpen(Actor by, Step step) {
        return ifOpen(step).filterOrElse(any -> maybeDecidedBy(by), any -> new NotYours(by.label(), role));
    }

    private Either<HumanTaskRefusal, Changed> ifDue(Instant at, Step step) {
        return ifOpen(step).filterOrElse(any -> !at.isBefore(dueAt), any -> new NotYetDue(id, dueAt));
    }

    /** Whoever has the role, or more authority than it. */
    private boolean maybeDecidedBy(Actor by) {
        return by instanceof Actor.User user
                && (user.roles().contains(role) || user.authority().compareTo(role.authority()) > 0);
    }

    private Changed changed(HumanTaskStatus to, Optional<UserId> whose, What what, Actor by, Instant at, String note) {
        return new Changed(with(to, whose, role, level, warnAt, dueAt, Optional.empty()), line(what, by, at, note));
    }

    private Changed closed(HumanTaskStatus to, What what, Actor by, Instant at, String reason) {
        var entry = line(what, by, at, reason);
        return new Changed(with(to, assignee, role, level, Optional.empty(), dueAt, Optional.of(entry)), entry);
    }

    private HumanTaskEntry line(What what, Actor by, Instant at, String note) {
        return new HumanTaskEntry(version + 1, what, ActorRef.of(by), at, note);
    }

    private HumanTask with(
            HumanTaskStatus nextStatus,
            Optional<UserId> nextAssignee,
            Role nextRole,
            int nextLevel,
            Optional<Instant> nextWarnAt,
            Instant nextDueAt,
            Optional<HumanTaskEntry> nextOutcome) {
        return new HumanTask(
                id,
                version + 1,
                topic,
                title,
                priority,
                nextRole,
                nextLevel,
                nextStatus,
                nextAssignee,
                openedAt,
                nextWarnAt,
                nextDueAt,
                nextOutcome);
    }
}
