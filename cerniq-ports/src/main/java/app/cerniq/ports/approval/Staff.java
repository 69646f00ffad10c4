package app.cerniq.ports.approval;

import app.cerniq.domain.approval.Colleague;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** Who works for a tenant, as the host knows it. Thread-safe; never called inside a transaction. */
@FunctionalInterface
public interface Staff {

    /** Everybody is there: what holds for a host that does not say. */
    Staff COMPLETE = (tenant, role) -> true;

    /** Whether anybody of the tenant has this role and could act. */
    boolean has(TenantId tenant, Role role);

    /**
     * Everybody who works for the tenant; empty where the host does not say. Where it does not, nobody is given a task by
     * itself, and a task can be lent to nobody, because nobody knows who may decide.
     */
    default Optional<List<Colleague>> colleagues(TenantId tenant) {
        return Optional.empty();
    }
}
