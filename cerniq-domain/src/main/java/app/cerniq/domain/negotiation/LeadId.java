package app.cerniq.domain.negotiation;

import java.util.UUID;

/** The company that is being sold to, as the host knows it; opaque to Cerniq. */
public record LeadId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
