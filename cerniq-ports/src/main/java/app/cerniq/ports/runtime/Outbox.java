package app.cerniq.ports.runtime;

import app.cerniq.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The messages on their way. What follows from a deal is appended by its commit, and what the store itself notices (goods
 * that ran low, holds whose time was up) by the step that notices it; everything else through {@link #append}.
 *
 * <p>Order is kept per subject and tenant: a message is claimed only after every earlier one about the same subject was
 * settled. Nobody trusts a number to find new messages: what is not settled yet is due, whenever it became visible.
 */
public interface Outbox {

    /**
     * Appends messages of one tenant outside a deal's commit, in this order. A message whose event id is there already,
     * delivered or not, is left as it is. Messages about a deal come after everything that the deal has told so far.
     */
    void append(TenantId tenant, List<OutboxMessage> messages);

    /** Tenants that have something to deliver at an instant; at most {@code limit}, those who wait longest first. */
    List<TenantId> due(Instant at, int limit);

    /**
     * Takes the oldest messages of one tenant that nobody else delivers, whole subjects at a time, in order within each
     * subject. Other claims pass by what is claimed until the lease ends; nobody waits for anybody.
     *
     * @param limit at most so many, 1 to 10,000
     */
    List<Claimed> claim(TenantId tenant, Lease lease, int limit);

    /**
     * Records what became of claimed messages: delivered, where nothing was set aside, else delivered to all but some
     * consumers, whose copies wait in the {@link SetAside} from then on. All of it or nothing.
     *
     * @return the events that were settled; those whose lease somebody else holds by now are missing, and will be
     *     delivered again
     */
    Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<Settlement> settlements);

    /** Gives claimed messages back undelivered, so that nobody waits for the end of the lease. */
    void release(TenantId tenant, Lease lease);

    /** How much waits; for all tenants where none is named. */
    Backlog backlog(Optional<TenantId> tenant, Instant at);

    /** Delivered messages that nobody waits for any more, settled before an instant, the oldest first. */
    List<OutboxMessage> delivered(TenantId tenant, Instant before, int limit);

    /** Messages of a span of time, settled or not, in the order in which they happened. */
    List<OutboxMessage> find(TenantId tenant, EventArchive.Span span, int limit);

    /** Tenants that have messages as {@link #delivered} gives them; at most {@code limit}. */
    List<TenantId> withDelivered(Instant before, int limit);

    /** Takes delivered messages away for good; those that are still due stay. */
    void forget(TenantId tenant, Set<UUID> events);

    /**
     * A message to deliver.
     *
     * @param attempt 1 at first; more where an earlier claim ended without being settled
     * @param waiting the consumers for whom something earlier about the same subject is set aside: this one has to wait
     *     behind it
     */
    record Claimed(OutboxMessage message, int attempt, Set<ConsumerName> waiting) {
        public Claimed {
            waiting = Set.copyOf(waiting);
        }
    }

    /** What became of one message: the consumers who did not get it, and why; none where all is well. */
    record Settlement(UUID eventId, List<SetAside.Slip> slips) {
        public Settlement {
            slips = List.copyOf(slips);
        }
    }

    /**
     * How much waits to be delivered.
     *
     * @param pending messages that no consumer got yet
     * @param oldest how long the oldest of them waits; zero where there is none
     * @param setAside copies that wait for one consumer alone, dead letters included
     * @param dead copies that wait for an operator
     */
    record Backlog(long pending, Duration oldest, long setAside, long dead) {}
}
