package app.cerniq.domain.approval;

import static app.cerniq.domain.approval.HumanTaskEntry.What.APPROVED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.ASSIGNED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.CANCELLED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.DELEGATED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.ESCALATED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.EXPIRED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.OPENED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.PUT_OFF;
import static app.cerniq.domain.approval.HumanTaskEntry.What.REJECTED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.REMINDED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.RETURNED;
import static app.cerniq.domain.approval.HumanTaskEntry.What.REVIEW_BEGAN;
import static app.cerniq.domain.approval.HumanTaskEntry.What.WARNED;

import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskRefusal.AlreadyClosed;
import app.cerniq.domain.approval.HumanTaskRefusal.CannotWait;
import app.cerniq.domain.approval.HumanTaskRefusal.MayNotDecide;
import app.cerniq.domain.approval.HumanTaskRefusal.NotInTime;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYetDue;
import app.cerniq.domain.approval.HumanTaskRefusal.NotYours;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.UserId;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that a person has to look at. A value: every decision on it gives the next value and the line that its history
 * gets. Source: specification, sections 8 and 23.9, C62 to C66.
 *
 * @param version the number of lines in its history
 * @param title what to do, 1 to 200 characters, without personal data of a customer
 * @param outcome why it was decided, expired or cancelled; empty while it is open
 */
public record HumanTask(
        HumanTaskId id,
        long version,
        TaskTopic topic,
        String title,
        TaskBrief brief,
        Urgency priority,
        Instant openedAt,
        TaskProgress progress,
        Optional<HumanTaskEntry> outcome) {

    /** So often a task may be put off. */
    public static final int FOLLOW_UPS = 3;

    /** So far into the future a task may be put off at once. */
    public static final Duration LONGEST_FOLLOW_UP = Duration.ofDays(7);

    public HumanTask {
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("A title has 1 to 200 characters, not " + title.length() + ".");
        }
    }

    /** A task and the line that its history gets. */
    public record Changed(HumanTask next, HumanTaskEntry entry) {}

    /** A new task that nobody in particular has. */
    public static Changed open(
            HumanTaskId id, TaskTopic topic, String title, Urgency priority, Role role, Sla sla, Actor by, Instant at) {
        return open(id, topic, title, TaskBrief.NONE, priority, role, sla, Optional.empty(), by, at);
    }

    /**
     * A new task.
     *
     * @param assignee who has it at first; empty for everybody with the role
     */
    public static Changed open(
            HumanTaskId id,
            TaskTopic topic,
            String title,
            TaskBrief brief,
            Urgency priority,
            Role role,
            Sla sla,
            Optional<UserId> assignee,
            Actor by,
            Instant at) {
        var progress = TaskProgress.fresh(role, sla, assignee.map(to -> TaskAssignment.of(to, at)), at);
        var task = new HumanTask(id, 1, topic, title, brief, priority, at, progress, Optional.empty());
        return new Changed(
                task, new HumanTaskEntry(1, OPENED, ActorRef.of(by), by.authority(), at, brief.asked(), title));
    }

    /** The deal that it is about; empty where it is about something else. */
    public Optional<NegotiationId> deal() {
        return topic.deal(id.tenant());
    }

    /** Who has to act now. */
    public Role role() {
        return progress.role();
    }

    /** 0 at first, one more with each escalation. */
    public int level() {
        return progress.level();
    }

    public HumanTaskStatus status() {
        return progress.status();
    }

    /** Who has it; empty where everybody with the role does. */
    public Optional<UserId> assignee() {
        return progress.assignment().map(TaskAssignment::to);
    }

    /** When those who should act are told that time runs out; empty once they were told often enough. */
    public Optional<Instant> warnAt() {
        return progress.warnAt();
    }

    /** Until when somebody has to act. */
    public Instant dueAt() {
        return progress.dueAt();
    }

    /** When the machinery has to look at it next; empty once it is closed. */
    public Optional<Instant> wakeAt() {
        return progress.wakeAt();
    }

    /** Whoever has the role, or more authority than it. */
    public boolean mayBeDecidedBy(Actor by) {
        return by instanceof Actor.User user && role().isCoveredBy(user.roles());
    }

    /** Gives it to somebody. */
    public Either<HumanTaskRefusal, Changed> assign(UserId to, Actor by, Instant at) {
        return ifOpen(() -> changed(
                progress.givenTo(HumanTaskStatus.ASSIGNED, Optional.of(TaskAssignment.of(to, at))),
                ASSIGNED,
                by,
                at,
                "assigned to " + to));
    }

    /**
     * Lends it to somebody else who may decide; afterwards everybody with the role has it again.
     *
     * @param until after now and not after the deadline
     */
    public Either<HumanTaskRefusal, Changed> delegate(
            Colleague to, Instant until, Actor by, Instant at, String reason) {
        return ifMine(by, () -> {
            if (!role().isCoveredBy(to.roles())) {
                return Either.left(new MayNotDecide(to.user(), role()));
            }
            if (!until.isAfter(at) || until.isAfter(dueAt())) {
                return Either.left(new NotInTime(id, until, at, dueAt()));
            }
            var lent = new TaskAssignment(to.user(), at, Optional.of(until));
            return Either.right(
                    changed(progress.givenTo(HumanTaskStatus.ASSIGNED, Optional.of(lent)), DELEGATED, by, at, reason));
        });
    }

    /** Takes it back from somebody to whom it was lent until now. */
    public Either<HumanTaskRefusal, Changed> takeBack(Actor by, Instant at) {
        return ifOpen(() -> changed(
                        progress.givenTo(HumanTaskStatus.PENDING, Optional.empty()),
                        RETURNED,
                        by,
                        at,
                        "it was lent until now"))
                .filterOrElse(any -> isLentUntil(at), any -> new NotYetDue(id, dueAt()));
    }

    private boolean isLentUntil(Instant at) {
        return progress.assignment()
                .flatMap(TaskAssignment::until)
                .filter(end -> !at.isBefore(end))
                .isPresent();
    }

    /** Somebody with the role looks at it. */
    public Either<HumanTaskRefusal, Changed> beginReview(Actor by, Instant at) {
        return ifMine(
                by,
                () -> Either.right(changed(
                        progress.givenTo(
                                HumanTaskStatus.IN_REVIEW, Optional.of(TaskAssignment.of(new UserId(by.id()), at))),
                        REVIEW_BEGAN,
                        by,
                        at,
                        "is being looked at")));
    }

    /**
     * Puts off what nobody waits for: the clock stands still until then, and goes on with the time that is left now. What
     * asks for a yes or no cannot be put off.
     *
     * @param until after now, at most {@link #LONGEST_FOLLOW_UP} later
     */
    public Either<HumanTaskRefusal, Changed> followUp(Instant until, Actor by, Instant at, String reason) {
        return ifMine(by, () -> {
            if (topic.kind().isApproval() || progress.followUps() >= FOLLOW_UPS || !at.isBefore(dueAt())) {
                return Either.left(new CannotWait(id, topic.kind(), progress.followUps()));
            }
            if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST_FOLLOW_UP))) {
                return Either.left(new NotInTime(id, until, at, at.plus(LONGEST_FOLLOW_UP)));
            }
            var mine = TaskAssignment.of(new UserId(by.id()), at);
            return Either.right(changed(progress.putOff(mine, until, at), PUT_OFF, by, at, reason));
        });
    }

    /** The one decision: yes, or for what is no approval, done. */
    public Either<HumanTaskRefusal, Changed> approve(Actor by, Instant at, String reason) {
        return approve(by, at, brief.asked(), reason);
    }

    /**
     * The one decision: yes, but to another value.
     *
     * @param value what is granted; empty where nothing was asked for
     */
    public Either<HumanTaskRefusal, Changed> approve(Actor by, Instant at, Optional<String> value, String reason) {
        return ifMine(by, () -> Either.right(closed(HumanTaskStatus.APPROVED, APPROVED, by, at, value, reason)));
    }

    /** The one decision: no, or for what is no approval, not to be done. */
    public Either<HumanTaskRefusal, Changed> reject(Actor by, Instant at, String reason) {
        return ifMine(
                by, () -> Either.right(closed(HumanTaskStatus.REJECTED, REJECTED, by, at, Optional.empty(), reason)));
    }

    /** It need not be looked at any more. */
    public Either<HumanTaskRefusal, Changed> cancel(Actor by, Instant at, String reason) {
        return ifOpen(() -> closed(HumanTaskStatus.CANCELLED, CANCELLED, by, at, Optional.empty(), reason));
    }

    /** Notes what was decided elsewhere, by whoever did. */
    public Either<HumanTaskRefusal, Changed> settle(TaskSettlement as) {
        return ifOpen(() -> closed(
                as.status(),
                new HumanTaskEntry(
                        version + 1,
                        What.valueOf(as.status().name()),
                        as.by(),
                        as.authority(),
                        as.at(),
                        as.value(),
                        as.reason())));
    }

    /** Notes that those who should act were told that time runs out: a warning first, then a reminder. */
    public Either<HumanTaskRefusal, Changed> warn(Actor by, Instant at) {
        return ifOpen(() -> changed(
                        progress.reminded(at),
                        progress.reminders() == 0 ? WARNED : REMINDED,
                        by,
                        at,
                        "due at " + dueAt()))
                .filterOrElse(
                        any -> warnAt().isPresent() && !at.isBefore(warnAt().get()), any -> new NotYetDue(id, dueAt()));
    }

    /** Hands it to everybody with the next role. */
    public Either<HumanTaskRefusal, Changed> escalate(Role to, Sla sla, Actor by, Instant at) {
        return escalate(to, sla, Optional.empty(), by, at);
    }

    /** Hands it to the next role, and there to somebody. */
    public Either<HumanTaskRefusal, Changed> escalate(
            Role to, Sla sla, Optional<UserId> assignee, Actor by, Instant at) {
        var whose = assignee.map(user -> TaskAssignment.of(user, at));
        return ifDue(
                at,
                () -> changed(
                        progress.escalated(to, sla, whose, at), ESCALATED, by, at, "from " + role() + " to " + to));
    }

    /** Nobody acted, and nobody is left: a question is answered with no, never with yes; anything else has expired. */
    public Either<HumanTaskRefusal, Changed> expire(Actor by, Instant at) {
        var why = "nobody acted until " + dueAt();
        return ifDue(
                at,
                () -> topic.kind().isApproval()
                        ? closed(HumanTaskStatus.REJECTED, REJECTED, by, at, Optional.empty(), why)
                        : closed(HumanTaskStatus.EXPIRED, EXPIRED, by, at, Optional.empty(), why));
    }

    private Either<HumanTaskRefusal, Changed> ifOpen(Supplier<Changed> step) {
        return status().isOpen() ? Either.right(step.get()) : Either.left(closedAlready());
    }

    private Either<HumanTaskRefusal, Changed> ifMine(Actor by, Supplier<Either<HumanTaskRefusal, Changed>> step) {
        if (!status().isOpen()) {
            return Either.left(closedAlready());
        }
        return mayBeDecidedBy(by) ? step.get() : Either.left(new NotYours(by.label(), role()));
    }

    private Either<HumanTaskRefusal, Changed> ifDue(Instant at, Supplier<Changed> step) {
        return ifOpen(step).filterOrElse(any -> !at.isBefore(dueAt()), any -> new NotYetDue(id, dueAt()));
    }

    private AlreadyClosed closedAlready() {
        return new AlreadyClosed(id, status(), outcome);
    }

    private Changed changed(TaskProgress to, What what, Actor by, Instant at, String note) {
        return new Changed(next(to, Optional.empty()), line(what, by, at, Optional.empty(), note));
    }

    private Changed closed(HumanTaskStatus to, What what, Actor by, Instant at, Optional<String> value, String reason) {
        return closed(to, line(what, by, at, value, reason));
    }

    private Changed closed(HumanTaskStatus to, HumanTaskEntry entry) {
        return new Changed(next(progress.closed(to), Optional.of(entry)), entry);
    }

    private HumanTaskEntry line(What what, Actor by, Instant at, Optional<String> value, String note) {
        return new HumanTaskEntry(version + 1, what, ActorRef.of(by), by.authority(), at, value, note);
    }

    private HumanTask next(TaskProgress to, Optional<HumanTaskEntry> why) {
        return new HumanTask(id, version + 1, topic, title, brief, priority, openedAt, to, why);
    }
}
