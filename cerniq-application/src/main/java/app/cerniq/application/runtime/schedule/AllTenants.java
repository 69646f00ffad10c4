package app.cerniq.application.runtime.schedule;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.ports.shared.Tenants;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done for every tenant: what fails for one is told at the end, and keeps nobody else waiting. */
public final class AllTenants {

    private static final Logger LOG = LoggerFactory.getLogger(AllTenants.class);
    private static final int PAGE = 500;

    private final Tenants tenants;

    public AllTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Does it for all; throws {@link IllegalStateException} afterwards where it failed for some. */
    public void each(Consumer<TenantId> work) {
        var failed = 0;
        var page = tenants.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (var tenant : page) {
                failed += isDone(tenant, work) ? 0 : 1;
            }
            page = tenants.page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        if (failed > 0) {
            throw new IllegalStateException("It failed for " + failed + " tenants; what and why stands in the log.");
        }
    }

    private static boolean isDone(TenantId tenant, Consumer<TenantId> work) {
        try {
            work.accept(tenant);
            return true;
        } catch (StorageUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.error("scheduled work failed for tenant {}", tenant, broken);
            return false;
        }
    }
}
