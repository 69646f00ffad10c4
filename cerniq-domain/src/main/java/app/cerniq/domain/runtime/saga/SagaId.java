package app.cerniq.domain.runtime.saga;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** One saga of one tenant. */
public record SagaId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
