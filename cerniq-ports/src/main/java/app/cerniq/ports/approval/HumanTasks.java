package app.cerniq.ports.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.OutboxMessage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every task for people, with its history. Each call is one atomic step. */
public interface HumanTasks {

    /**
     * Keeps a new task, unless there is one of the same topic, and appends what others are told to the outbox: all of it or
     * nothing.
     *
     * @return the task of this topic, whoever opened it; or {@link HumanTaskRefusal.UnknownTaskTenant}
     */
    Either<HumanTaskRefusal, HumanTask> open(HumanTask.Changed opened, List<OutboxMessage> messages);

    /** The task as it stands; empty where the tenant has none of that id. */
    Optional<HumanTask> find(HumanTaskId id);

    /**
     * Keeps the next state with its line of history, if the version before it still stands, and appends what others are told
     * to the outbox: all of it or nothing.
     *
     * @return the next state; or {@link HumanTaskRefusal.TaskChanged}
     */
    Either<HumanTaskRefusal, HumanTask> commit(HumanTask.Changed changed, List<OutboxMessage> messages);

    /** The task of a topic, open or closed; empty where none was ever opened. */
    Optional<HumanTask> of(TenantId tenant, TaskTopic topic);

    /** The tasks about something, open or closed, oldest first; at most {@code limit}, 1 to 10,000. */
    List<HumanTask> about(TenantId tenant, String subjectKind, String subjectId, int limit);

    /** What everybody has to do who ever was given a task, in the order of their ids. */
    List<Workload> workload(TenantId tenant);

    /**
     * Tasks that are open, those that are due first.
     *
     * @param role only those for it, or empty for all
     * @param limit 1 to 10,000
     */
    List<HumanTask> open(TenantId tenant, Optional<Role> role, int limit);

    /** Open tasks that the machinery has to look at: warning or deadline has come; at most {@code limit}. */
    List<HumanTask> toWake(TenantId tenant, Instant at, int limit);

    /** The history of a task, oldest first. */
    List<HumanTaskEntry> history(HumanTaskId id);
}
