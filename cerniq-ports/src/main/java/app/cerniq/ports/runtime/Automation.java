package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.SafetyBounds;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every tenant's automation did lately, and whether it stands still. Counted for all hosts together, and remembered
 * over restarts.
 */
public interface Automation {

    /**
     * Counts one occurrence and what went before.
     *
     * @param at counted by the minute
     * @param window as {@link SafetyBound#window}
     * @return how often it happened in the window that ends with this minute, this time included; 0 where the tenant is
     *     not set up
     */
    long count(TenantId tenant, Signal signal, Instant at, Duration window);

    /** The park that is in force; empty where automation runs. */
    Optional<Park> parked(TenantId tenant);

    /**
     * Stops a tenant's automation from now on: a commit of an agent that comes later is refused.
     *
     * @return whether it was stopped by this; not where it stands still already, or the tenant is not set up
     */
    boolean park(Park park);

    /**
     * Lets it go on, and forgets what was counted.
     *
     * @param reason 1 to 500 characters
     * @return whether it was let go by this; not where nothing is parked
     */
    boolean resume(TenantId tenant, ActorRef by, String reason, Instant at);

    /** Every time it stood still, the latest first; at most {@code limit}. */
    List<Entry> history(TenantId tenant, int limit);

    /** The tenant's bounds; the standard ones where it has none of its own. */
    SafetyBounds bounds(TenantId tenant);

    /** Sets one bound; throws {@link app.cerniq.ports.shared.UnknownTenantException} where the tenant is not set up. */
    void bound(TenantId tenant, SafetyBound bound);

    /**
     * One park from beginning to end.
     *
     * @param end empty while it stands still
     */
    record Entry(Park park, Optional<End> end) {}

    /** How a park ended. */
    record End(Instant at, ActorRef by, String reason) {}
}
