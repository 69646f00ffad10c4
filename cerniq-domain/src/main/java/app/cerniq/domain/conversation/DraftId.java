package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** A draft, within its tenant. */
public record DraftId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
