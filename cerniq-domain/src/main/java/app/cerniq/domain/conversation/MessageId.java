package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** A message, within its tenant. */
public record MessageId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
