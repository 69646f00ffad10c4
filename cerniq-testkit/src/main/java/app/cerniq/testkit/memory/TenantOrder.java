package app.cerniq.testkit.memory;

import app.cerniq.domain.shared.TenantId;
import java.util.Comparator;

/** Tenants as a database orders their ids: byte by byte, and not as signed numbers. */
final class TenantOrder {

    static final Comparator<TenantId> BY_ID =
            Comparator.comparing(tenant -> tenant.value().toString());

    private TenantOrder() {}
}
