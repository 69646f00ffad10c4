package app.cerniq.domain.shared;

import java.util.UUID;

/** The company that uses Cerniq; part of the identity of everything else, so no query can forget it. */
public record TenantId(UUID value) {

    /** Reads the usual text form of a UUID; throws {@link IllegalArgumentException} for anything else. */
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
