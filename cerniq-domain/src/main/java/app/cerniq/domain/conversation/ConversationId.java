package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** The tenant is part of the identity, so no query can forget it. */
public record ConversationId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
