package app.cerniq.application.approval;

import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.TaskSettlement;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.shared.Ids;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be asked of what people have to look at. A task is decided once, by somebody who has its role or more
 * authority; who does not act in time is warned, then the next role has it, and at the end of the chain nobody's answer is
 * a no. A decision on a task about a discount is a decision on the discount. Thread-safe; holds no state of its own.
 */
public final class TaskDesk {

    private static final int PAGE = 500;
    private static final int MOST = 10_000;

    private final HumanTasks tasks;
    private final Escalation escalation;
    private final Crew crew;
    private final TaskRecord record;
    private final Deciding deciding;
    private final TaskNotices notices;
    private final Clock clock;
    private final Ids ids;

    /**
     * Hosts get theirs from {@link app.cerniq.application.Cerniq}.
     *
     * @param consequences what decisions do to what tasks are about
     */
    public TaskDesk(
            HumanTasks tasks,
            Escalation escalation,
            Staff staff,
            Notifications notifications,
            List<Consequence> consequences,
            Telemetry telemetry,
            Clock clock,
            Ids ids) {
        this.tasks = tasks;
        this.escalation = escalation;
        this.crew = new Crew(staff, tasks, escalation);
        this.record = new TaskRecord(tasks, telemetry, ids);
        this.deciding = new Deciding(tasks, record, consequences);
        this.notices = new TaskNotices(notifications);
        this.clock = clock;
        this.ids = ids;
    }

    /** Opens a task; where there is one of this topic, open or closed, that one is the answer and nobody is told again. */
    public Either<HumanTaskRefusal, HumanTask> open(TenantId tenant, Actor by, TaskOrder order) {
        var standing = tasks.of(tenant, order.topic());
        if (standing.isPresent()) {
            return Either.right(standing.get());
        }
        var id = new HumanTaskId(tenant, ids.next());
        var role = escalation.staffed(tenant, order.role()).orElse(order.role());
        var fresh = HumanTask.open(
                id,
                order.topic(),
                order.title(),
                order.brief(),
                order.priority(),
                role,
                escalation.within(tenant, order.topic().kind(), order.priority(), role),
                crew.whoseTurn(tenant, role),
                by,
                now());
        return record.open(fresh).flatMap(task -> task.id().equals(id) ? announced(task) : Either.right(task));
    }

    /** What was decided before anybody could be asked needs nobody any more. */
    private Either<HumanTaskRefusal, HumanTask> announced(HumanTask task) {
        var settled = deciding.settled(task);
        if (settled.isPresent()) {
            return settle(task.id(), settled.get());
        }
        notices.opened(task);
        return Either.right(task);
    }

    /** The task as it stands; empty where the tenant has none of that id. */
    public Optional<HumanTask> find(HumanTaskId id) {
        return tasks.find(id);
    }

    /** The task of a topic, open or closed; empty where none was ever opened. */
    public Optional<HumanTask> find(TenantId tenant, TaskTopic topic) {
        return tasks.of(tenant, topic);
    }

    /** Tasks that are open, those that are due first; only those of a role where one is given. */
    public List<HumanTask> open(TenantId tenant, Optional<Role> role, int limit) {
        return tasks.open(tenant, role, limit);
    }

    /** Open tasks, those that press most first; at most {@code limit}, 1 to 10,000. */
    public List<QueuedTask> queue(TenantId tenant, QueueFilter filter, int limit) {
        var at = now();
        return tasks.open(tenant, filter.role(), MOST).stream()
                .filter(filter::shows)
                .map(task -> QueuedTask.at(task, at))
                .sorted(Comparator.comparingDouble(QueuedTask::score)
                        .reversed()
                        .thenComparing(queued -> queued.task().id().toString()))
                .limit(limit)
                .toList();
    }

    /** What everybody has to do who ever was given a task. */
    public List<Workload> workload(TenantId tenant) {
        return tasks.workload(tenant);
    }

    /** What happened to a task, oldest first. */
    public List<HumanTaskEntry> history(HumanTaskId id) {
        return tasks.history(id);
    }

    /** Gives it to somebody; where the host says who is there, to somebody who may decide. */
    public Either<HumanTaskRefusal, HumanTask> assign(HumanTaskId id, Actor by, UserId to) {
        return deciding.change(
                id,
                task -> crew.fault(task, to)
                        .<Either<HumanTaskRefusal, Changed>>map(Either::left)
                        .orElseGet(() -> task.assign(to, by, now())));
    }

    /**
     * Lends it to somebody else who may decide, as the host knows.
     *
     * @param until when everybody with the role has it again: after now and not after the deadline
     * @param reason 1 to 500 characters
     */
    public Either<HumanTaskRefusal, HumanTask> delegate(
            HumanTaskId id, Actor by, UserId to, Instant until, String reason) {
        return deciding.change(
                id,
                task -> crew.named(id.tenant(), to)
                        .flatMap(colleague -> task.delegate(colleague, micros(until), by, now(), reason)));
    }

    public Either<HumanTaskRefusal, HumanTask> beginReview(HumanTaskId id, Actor by) {
        return deciding.change(id, task -> task.beginReview(by, now()));
    }

    /**
     * Puts off what nobody waits for.
     *
     * @param until when somebody looks at it again, within {@link HumanTask#LONGEST_FOLLOW_UP}
     * @param reason 1 to 500 characters
     */
    public Either<HumanTaskRefusal, HumanTask> followUp(HumanTaskId id, Actor by, Instant until, String reason) {
        return deciding.change(id, task -> task.followUp(micros(until), by, now(), reason));
    }

    /** Yes, to what was asked for; or, for what asks no question, it is done. */
    public Either<HumanTaskRefusal, HumanTask> approve(HumanTaskId id, Actor by, String reason) {
        return deciding.decide(id, Verdict.yes(Optional.empty(), reason), by, this::now);
    }

    /**
     * Yes, but to another value.
     *
     * @param value what is granted: for a discount percent points such as {@code 20}; else 1 to 2,000 characters
     */
    public Either<HumanTaskRefusal, HumanTask> approve(HumanTaskId id, Actor by, String value, String reason) {
        return deciding.decide(id, Verdict.yes(Optional.of(value), reason), by, this::now);
    }

    /** No; or, for what asks no question, it will not be done. */
    public Either<HumanTaskRefusal, HumanTask> reject(HumanTaskId id, Actor by, String reason) {
        return deciding.decide(id, Verdict.no(reason), by, this::now);
    }

    /** It need not be looked at any more; not while what it asks still waits for an answer. */
    public Either<HumanTaskRefusal, HumanTask> cancel(HumanTaskId id, Actor by, String reason) {
        return deciding.change(
                id,
                task -> deciding.isAsked(task)
                        ? Either.left(new HumanTaskRefusal.StillAsked(id))
                        : task.cancel(by, now(), reason));
    }

    /**
     * Notes what became of a task elsewhere; a task that is closed stays as it is.
     *
     * @param unlessKnown what became of it, where what it is about does not say
     */
    public Either<HumanTaskRefusal, HumanTask> settle(HumanTaskId id, TaskSettlement unlessKnown) {
        return deciding.change(id, task -> task.settle(deciding.settled(task).orElse(unlessKnown)));
    }

    /** Cancels what is open about something, because it needs nobody any more; how many that were. */
    public int cancelAll(TenantId tenant, TaskTopic like, Actor by, String reason) {
        var cancelled = 0;
        for (var task : tasks.about(tenant, like.subjectKind(), like.subjectId(), MOST)) {
            if (task.topic().kind() == like.kind() && task.status().isOpen()) {
                var gone = deciding.change(task.id(), standing -> standing.cancel(by, now(), reason));
                cancelled += gone.isRight() ? 1 : 0;
            }
        }
        return cancelled;
    }

    /**
     * Warns, reminds, takes back, escalates and expires what is due, once each, whoever else sweeps.
     *
     * @return how many tasks were moved on
     */
    public int sweep(TenantId tenant) {
        var at = now();
        var moved = 0;
        for (var task : tasks.toWake(tenant, at, PAGE)) {
            moved += goOn(task, at) ? 1 : 0;
        }
        return moved;
    }

    private boolean goOn(HumanTask task, Instant at) {
        var back = task.takeBack(Clockwork.ACTOR, at);
        if (back.isRight()) {
            return keep(task, back, Notification.Type.HITL_ESCALATION);
        }
        if (at.isBefore(task.dueAt())) {
            return keep(task, task.warn(Clockwork.ACTOR, at), Notification.Type.HITL_SLA_WARNING);
        }
        var tenant = task.id().tenant();
        return escalation
                .after(tenant, task.role())
                .map(next -> keep(task, escalated(task, next, at), Notification.Type.HITL_ESCALATION))
                .orElseGet(
                        () -> keep(task, deciding.expire(task, Clockwork.ACTOR, at), Notification.Type.HITL_EXPIRED));
    }

    private Either<HumanTaskRefusal, Changed> escalated(HumanTask task, Role next, Instant at) {
        var tenant = task.id().tenant();
        var sla = escalation.within(tenant, task.topic().kind(), task.priority(), next);
        return task.escalate(next, sla, crew.whoseTurn(tenant, next), Clockwork.ACTOR, at);
    }

    private boolean keep(HumanTask before, Either<HumanTaskRefusal, Changed> decision, Notification.Type type) {
        var kept = decision.flatMap(changed -> record.commit(before, changed));
        kept.forEach(task -> notices.tell(task, type));
        return kept.isRight();
    }

    private Instant now() {
        return micros(clock.instant());
    }

    /** To the microsecond, which is all that a database keeps. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
