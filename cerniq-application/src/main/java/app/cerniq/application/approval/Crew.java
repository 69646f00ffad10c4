package app.cerniq.application.approval;

import app.cerniq.domain.approval.Colleague;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskRefusal.MayNotDecide;
import app.cerniq.domain.approval.HumanTaskRefusal.UnknownColleague;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.approval.Staff;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** Who can be given a task. */
final class Crew {

    private final Staff staff;
    private final HumanTasks tasks;
    private final Escalation escalation;

    Crew(Staff staff, HumanTasks tasks, Escalation escalation) {
        this.staff = staff;
        this.tasks = tasks;
        this.escalation = escalation;
    }

    /** Whose turn it is by the tenant's strategy; empty where everybody with the role gets it. */
    Optional<UserId> whoseTurn(TenantId tenant, Role role) {
        var strategy = escalation.terms(tenant).assignment();
        var candidates = staff.colleagues(tenant).orElse(List.of()).stream()
                .filter(colleague -> role.isCoveredBy(colleague.roles()))
                .toList();
        return candidates.isEmpty() ? Optional.empty() : strategy.choose(candidates, tasks.workload(tenant));
    }

    /** Somebody whom the host knows. */
    Either<HumanTaskRefusal, Colleague> named(TenantId tenant, UserId user) {
        return staff.colleagues(tenant).orElse(List.of()).stream()
                .filter(colleague -> colleague.user().equals(user))
                .findFirst()
                .<Either<HumanTaskRefusal, Colleague>>map(Either::right)
                .orElseGet(() -> Either.left(new UnknownColleague(user, tenant)));
    }

    /** Why somebody cannot be given a task; a host that does not say who is there answers for whom it names. */
    Optional<HumanTaskRefusal> fault(HumanTask task, UserId user) {
        if (staff.colleagues(task.id().tenant()).isEmpty()) {
            return Optional.empty();
        }
        return named(task.id().tenant(), user)
                .fold(
                        Optional::of,
                        colleague -> task.role().isCoveredBy(colleague.roles())
                                ? Optional.empty()
                                : Optional.of(new MayNotDecide(user, task.role())));
    }
}
