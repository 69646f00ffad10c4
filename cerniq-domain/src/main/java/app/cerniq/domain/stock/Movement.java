package app.cerniq.domain.stock;

import app.cerniq.domain.shared.ActorRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger: the counters of one place before it, plus its differences, are the counters after it.
 *
 * @param number 1 for the first movement of a place, then one more each time, without gaps
 * @param reservation the reservation that it is about, where it is about one
 * @param reason what somebody said, or why goods were given back; may be empty
 */
public record Movement(
        Place place,
        long number,
        MovementType type,
        StockDifference onHand,
        StockDifference reserved,
        StockAmount onHandAfter,
        StockAmount reservedAfter,
        Optional<ReservationId> reservation,
        String reason,
        ActorRef by,
        Instant at) {}
