package app.cerniq.ports.shared;

import app.cerniq.domain.shared.TenantId;

/** A tenant was named that is not set up. */
public final class UnknownTenantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownTenantException(TenantId tenant) {
        super("Unknown tenant " + tenant + ": set it up first.");
    }
}
