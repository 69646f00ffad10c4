package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages that could not be delivered to one consumer, and what operators decided about them. */
public interface DeadLetters {

    /** Dead letters of a tenant, the oldest first; of one consumer where one is named. At most {@code limit}. */
    List<DeadLetter> open(TenantId tenant, Optional<ConsumerName> consumer, int limit);

    /**
     * Has a dead letter tried again, and what waits behind it after it; its attempts are counted from the start.
     *
     * @return the letter as it was, or {@link EventRefusal.NoDeadLetter}
     */
    Either<EventRefusal, DeadLetter> retry(TenantId tenant, Verb verb);

    /**
     * Gives up one dead letter: its consumer never gets it, and what waits behind it goes on.
     *
     * @return the letter as it was, or {@link EventRefusal.NoDeadLetter}
     */
    Either<EventRefusal, DeadLetter> skip(TenantId tenant, Verb verb);

    /** What operators decided, oldest first: append-only. At most {@code limit}. */
    List<Decided> decisions(TenantId tenant, Instant from, int limit);

    /**
     * One message that one consumer did not take.
     *
     * @param attempts that failed
     * @param heldBack how many messages wait behind it
     */
    record DeadLetter(
            ConsumerName consumer, OutboxMessage message, int attempts, String error, Instant since, long heldBack) {}

    /**
     * What an operator does about a dead letter.
     *
     * @param reason 1 to 500 characters, for the audit
     */
    record Verb(ConsumerName consumer, UUID eventId, ActorRef by, Instant at, String reason) {}

    /** What was decided, by whom, and what stood there. */
    record Decided(Kind kind, Verb verb, String error) {

        /** The three verbs; a replay is noted once per message. */
        public enum Kind {
            RETRY,
            SKIP,
            REPLAY
        }
    }
}
