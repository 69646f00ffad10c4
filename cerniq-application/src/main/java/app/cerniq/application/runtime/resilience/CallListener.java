package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.shared.TenantId;
import java.time.Duration;

/** Somebody who wants to know of every call to a partner. */
@FunctionalInterface
public interface CallListener {

    /** Nobody wants to know. */
    CallListener NOBODY = (partner, tenant, took, outcome) -> {};

    /**
     * A call is over.
     *
     * @param outcome {@code Done}, {@code Refused}, {@code Unavailable}, {@code Unknown}, or {@code Broken} where it threw
     */
    void called(Partner partner, TenantId tenant, Duration took, String outcome);
}
