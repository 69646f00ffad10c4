package app.cerniq.ports.approval;

import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;

/** Who works for a tenant, as the host knows it. Thread-safe; never called inside a transaction. */
@FunctionalInterface
public interface Staff {

    /** Everybody is there: what holds for a host that does not say. */
    Staff COMPLETE = (tenant, role) -> true;

    /** Whether anybody of the tenant has this role and could act. */
    boolean has(TenantId tenant, Role role);
}
