package app.cerniq.application.approval;

import static io.vavr.control.Either.left;

import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.EscalationQuestion;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.approval.SlaPolicy;
import app.cerniq.ports.approval.SlaQuestion;
import app.cerniq.ports.approval.Staff;
import app.cerniq.ports.runtime.Notification;
import app.cerniq.ports.runtime.Notifications;
import app.cerniq.ports.shared.Ids;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can be asked of what people have to look at. A task is decided once, by somebody who has its role or more
 * authority; who does not act in time is warned, then the next role has it, and at the end of the chain nobody's answer is
 * a no. Thread-safe; holds no state of its own.
 */
public final class TaskDesk {

    private static final int PAGE = 500;

    private final HumanTasks tasks;
    private final SlaPolicy slas;
    private final Staff staff;
    private final Notifications notifications;
    private final Clock clock;
    private final Ids ids;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public TaskDesk(HumanTasks tasks, SlaPolicy slas, Staff staff, Notifications notifications, Clock clock, Ids ids) {
        this.tasks = tasks;
        this.slas = slas;
        this.staff = staff;
        this.notifications = notifications;
        this.clock = clock;
        this.ids = ids;
    }

    /** Opens a task; where there is one of this topic, open or closed, that one is the answer and nobody is told again. */
    public Either<HumanTaskRefusal, HumanTask> open(TenantId tenant, Actor by, TaskOrder order) {
        var sla = slas.within(SlaQuestion.of(order.topic().kind(), order.priority()))
                .outcome();
        var id = new HumanTaskId(tenant, ids.next());
        var role = staffed(tenant, order.role()).orElse(order.role());
        var fresh =
                HumanTask.open(id, order.topic(), order.title(), order.priority(), role, sla, ActorRef.of(by), now());
        return tasks.open(fresh).peek(task -> {
            if (task.id().equals(id)) {
                tell(task, Notification.Type.HITL_ESCALATION, task.title());
            }
        });
    }

    /** The task as it stands; empty where the tenant has none of that id. */
    public Optional<HumanTask> find(HumanTaskId id) {
        return tasks.find(id);
    }

    /** Tasks that are open, those that are due first; only those of a role where one is given. */
    public List<HumanTask> open(TenantId tenant, Optional<Role> role, int limit) {
        return tasks.open(tenant, role, limit);
    }

    /** What happened to a task, oldest first. */
    public List<HumanTaskEntry> history(HumanTaskId id) {
        return tasks.history(id);
    }

    public Either<HumanTaskRefusal, HumanTask> assign(HumanTaskId id, Actor by, UserId to) {
        return change(id, task -> task.assign(to, by, now()));
    }

    public Either<HumanTaskRefusal, HumanTask> beginReview(HumanTaskId id, Actor by) {
        return change(id, task -> task.beginReview(by, now()));
    }

    /** Yes; or, for what asks no question, it is done. */
    public Either<HumanTaskRefusal, HumanTask> approve(HumanTaskId id, Actor by, String reason) {
        return change(id, task -> task.approve(by, now(), reason));
    }

    /** No; or, for what asks no question, it will not be done. */
    public Either<HumanTaskRefusal, HumanTask> reject(HumanTaskId id, Actor by, String reason) {
        return change(id, task -> task.reject(by, now(), reason));
    }

    /** It need not be looked at any more. */
    public Either<HumanTaskRefusal, HumanTask> cancel(HumanTaskId id, Actor by, String reason) {
        return change(id, task -> task.cancel(by, now(), reason));
    }

    private Either<HumanTaskRefusal, HumanTask> change(
            HumanTaskId id, Function<HumanTask, Either<HumanTaskRefusal, Changed>> decide) {
        return tasks.find(id)
                .map(task -> decide.apply(task).flatMap(tasks::commit))
                .orElseGet(() -> left(new HumanTaskRefusal.UnknownTask(id)));
    }

    /**
     * Warns, escalates and expires what is due, once each, whoever else sweeps.
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
        if (at.isBefore(task.dueAt())) {
            return keep(task.warn(Clockwork.ACTOR, at), Notification.Type.HITL_SLA_WARNING);
        }
        var next = nextAfter(task);
        if (next.isEmpty()) {
            return keep(task.expire(Clockwork.ACTOR, at), Notification.Type.HITL_EXPIRED);
        }
        var sla = slas.within(SlaQuestion.of(task.topic().kind(), task.priority()))
                .outcome();
        return keep(task.escalate(next.get(), sla, Clockwork.ACTOR, at), Notification.Type.HITL_ESCALATION);
    }

    private boolean keep(Either<HumanTaskRefusal, Changed> decision, Notification.Type type) {
        var kept = decision.flatMap(tasks::commit);
        kept.forEach(task -> tell(task, type, task.title()));
        return kept.isRight();
    }

    private Optional<Role> nextAfter(HumanTask task) {
        return slas.after(new EscalationQuestion(task.role()))
                .outcome()
                .flatMap(next -> staffed(task.id().tenant(), next));
    }

    /** This role or the first after it that somebody has. A pack of rules that goes in a circle comes to an end too (X15). */
    private Optional<Role> staffed(TenantId tenant, Role first) {
        var asked = EnumSet.noneOf(Role.class);
        var next = Optional.of(first);
        while (next.isPresent() && asked.add(next.get())) {
            if (staff.has(tenant, next.get())) {
                return next;
            }
            next = slas.after(new EscalationQuestion(next.get())).outcome();
        }
        return Optional.empty();
    }

    private void tell(HumanTask task, Notification.Type type, String title) {
        notifications.send(new Notification(
                task.id().tenant(),
                type,
                task.priority(),
                title,
                title,
                Set.of(task.role()),
                Set.of(),
                Map.of(
                        "task", task.id().toString(),
                        "kind", task.topic().kind().name(),
                        "subject",
                                task.topic().subjectKind() + "/" + task.topic().subjectId(),
                        "due", task.dueAt().toString())));
    }

    /** To the microsecond, which is all that a database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
