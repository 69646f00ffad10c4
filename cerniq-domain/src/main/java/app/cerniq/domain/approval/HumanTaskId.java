package app.cerniq.domain.approval;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** The tenant is part of the identity, so no query can forget it. */
public record HumanTaskId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
