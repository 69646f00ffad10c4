package app.cerniq.ports.runtime;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Copies of messages for one consumer alone: those that failed and will be tried again, those that wait behind them so
 * that the order is kept, those that an operator wants delivered again, and dead letters. Other consumers never wait.
 */
public interface SetAside {

    /** What a copy waits for. */
    enum Standing {
        /** It failed, and is tried again when its time has come. */
        FAILED,
        /** Something earlier about the same subject is not delivered to this consumer yet. */
        BEHIND,
        /** An operator wants it delivered again. */
        REPLAY,
        /** It waits for an operator. */
        DEAD
    }

    /**
     * Why a consumer did not get a message.
     *
     * @param attempts that failed so far; 0 for one that only waits behind another
     * @param pause how long it is left alone from now on; meaningless for a dead letter
     * @param error what went wrong; empty for one that only waits
     */
    record Slip(ConsumerName consumer, Standing standing, int attempts, Duration pause, String error) {}

    /** A copy to deliver. {@code standing} is what it waited for. */
    record Claimed(ConsumerName consumer, OutboxMessage message, Standing standing, int attempts) {}

    /** What became of a copy: an empty list of slips for delivered, else exactly one, of the same consumer. */
    record Settlement(ConsumerName consumer, UUID eventId, List<Slip> slips) {
        public Settlement {
            slips = List.copyOf(slips);
        }
    }

    /**
     * Takes copies whose time has come, each the first of its subject and consumer; a dead letter holds back what follows
     * it. At most {@code limit}.
     *
     * @param consumers only for these: those that are registered with whoever claims
     */
    List<Claimed> claim(TenantId tenant, Lease lease, Set<ConsumerName> consumers, int limit);

    /** Records what became of claimed copies; what is delivered is gone from here. */
    Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<Settlement> settlements);

    /**
     * Has messages delivered again to one consumer, in this order and before everything newer about the same subjects.
     * What already waits for that consumer is left as it is. Every copy is noted among the decisions of operators.
     *
     * @return how many copies were made
     */
    int replay(
            TenantId tenant,
            ConsumerName consumer,
            List<OutboxMessage> messages,
            ActorRef by,
            Instant at,
            String reason);
}
