package app.cerniq.ports.approval;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every task for people, with its history. Each call is one atomic step. */
public interface HumanTasks {

    /**
     * Keeps a new task, unless there is one of the same topic.
     *
     * @return the task of this topic, whoever opened it; or {@link HumanTaskRefusal.UnknownTaskTenant}
     */
    Either<HumanTaskRefusal, HumanTask> open(HumanTask.Changed opened);

    /** The task as it stands; empty where the tenant has none of that id. */
    Optional<HumanTask> find(HumanTaskId id);

    /**
     * Keeps the next state with its line of history, if the version before it still stands.
     *
     * @return the next state; or {@link HumanTaskRefusal.TaskChanged}
     */
    Either<HumanTaskRefusal, HumanTask> commit(HumanTask.Changed changed);

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
