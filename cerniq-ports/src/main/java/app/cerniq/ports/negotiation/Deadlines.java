package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deals whose time is up. A deadline is kept with the version of the deal that it was reckoned for, by the same commit;
 * whoever finds one issues a command that expects this version. So a timer never fires twice, nor for a state that was
 * left, however many are looking.
 */
public interface Deadlines {

    /**
     * Deals of a tenant whose deadline has passed at an instant, the longest overdue first.
     *
     * @param after where the page before ended, or empty for the first page
     * @param limit 1 to 10,000
     */
    List<Due> due(TenantId tenant, Instant at, Optional<Due> after, int limit);

    /**
     * Replaces the deadline of a version that still stands, because it turned out not to be due.
     *
     * @return false where the deal has changed meanwhile, and nothing was written
     */
    boolean reschedule(NegotiationId negotiation, long version, Optional<Deadline> deadline);

    /** Deals of a tenant whose agent's session is over at an instant, the oldest first; at most {@code limit}. */
    List<Ended> endedSessions(TenantId tenant, Instant at, int limit);

    /**
     * The tenants that have a deal whose deadline has passed, ordered by id: ids and nothing else.
     *
     * @param after the last one of the page before, or empty for the first page
     * @param limit 1 to 10,000
     */
    List<TenantId> tenantsWithDueDeals(Instant at, Optional<TenantId> after, int limit);

    /** A deadline that has passed, and the version that it belongs to. */
    record Due(NegotiationId negotiation, long version, Deadline deadline) {}

    /** A session that is over, and the version of the deal that has it. */
    record Ended(NegotiationId negotiation, long version, McpSession session) {}
}
