package app.cerniq.ports.stock;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every reservation ever made. They are made and ended by committing a negotiation; here they are looked at, and swept
 * up once their time is up. Sweeping changes no answer that anybody gets, only how much has to be read for it.
 */
public interface Reservations {

    /** The reservations of a deal, oldest first, in all their statuses. */
    List<Entry> of(NegotiationId negotiation);

    /** The reservations that hold goods at a place at an instant, the newest first; at most {@code limit}. */
    List<Entry> holding(TenantId tenant, Place place, Instant at, int limit);

    /**
     * Ends reservations whose time is up, the oldest first, as one short step of its own.
     *
     * @param limit at most so many, 1 to 10,000; no lock is held for longer than these take
     * @return how many were ended; fewer than the limit where there are no more, or others are sweeping too
     */
    int releaseExpired(TenantId tenant, ActorRef by, Instant at, int limit);

    /**
     * One reservation as it is kept.
     *
     * @param expiresAt until when it holds or would have held
     * @param why empty unless it ended without a sale
     */
    record Entry(
            NegotiationId negotiation,
            Reservation reservation,
            Reservation.Status status,
            Instant reservedAt,
            Instant expiresAt,
            Optional<ReleaseReason> why) {}
}
