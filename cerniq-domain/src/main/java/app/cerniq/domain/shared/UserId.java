package app.cerniq.domain.shared;

import java.util.UUID;

/** A person who works for a tenant, as the host application knows them. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
