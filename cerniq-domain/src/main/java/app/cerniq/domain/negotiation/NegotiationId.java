package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.TenantId;
import java.util.UUID;

/** One negotiation of one tenant. */
public record NegotiationId(TenantId tenant, UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
