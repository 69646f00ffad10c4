package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.Reservation.Status;
import app.cerniq.domain.stock.ReservationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a change of a deal does to the goods. A change has at most one event about them.
 *
 * @param begun the reservations that begin with it
 * @param begunAs ACTIVE, or CONVERTED where goods leave that had not been held
 * @param expiresAt until when all that is held from now on is held
 * @param kept the reservations that are held on; each must still be active
 * @param ended the reservations that end with it
 * @param endedAs CONVERTED, and then each must still be active, or CANCELLED
 * @param reason why they were cancelled
 * @param returned the reservations whose goods come back
 */
record GoodsMoved(
        List<Reservation> begun,
        Status begunAs,
        Instant expiresAt,
        List<ReservationId> kept,
        List<ReservationId> ended,
        Status endedAs,
        Optional<ReleaseReason> reason,
        List<ReservationId> returned) {

    static Optional<GoodsMoved> by(Accepted accepted) {
        var moved = accepted.change().events().stream()
                .flatMap(event -> by(event, accepted).stream())
                .toList();
        if (moved.size() > 1) {
            throw new IllegalArgumentException(
                    "One change, " + moved.size() + " events about goods: one can be stored.");
        }
        return moved.stream().findFirst();
    }

    private static Optional<GoodsMoved> by(NegotiationEvent event, Accepted accepted) {
        var at = accepted.change().at();
        if (event instanceof StockHeld held) {
            var holding = accepted.next().stock().held().orElseThrow();
            var kept = ids(holding.reservations().stream()
                    .filter(reservation -> !held.added().contains(reservation))
                    .toList());
            return Optional.of(new GoodsMoved(
                    held.added(),
                    Status.ACTIVE,
                    held.expiresAt(),
                    kept,
                    held.replaced(),
                    Status.CANCELLED,
                    Optional.of(ReleaseReason.REPLACED),
                    List.of()));
        } else if (event instanceof HoldRescheduled rescheduled) {
            return Optional.of(of(rescheduled.expiresAt(), rescheduled.reservations(), List.of(), Optional.empty()));
        } else if (event instanceof StockReleased released) {
            return Optional.of(of(at, List.of(), released.reservations(), Optional.of(released.reason())));
        } else if (event instanceof StockSold sold) {
            return Optional.of(new GoodsMoved(
                    sold.direct(),
                    Status.CONVERTED,
                    at,
                    List.of(),
                    ids(sold.held()),
                    Status.CONVERTED,
                    Optional.empty(),
                    List.of()));
        } else if (event instanceof StockReturned back) {
            return Optional.of(new GoodsMoved(
                    List.of(),
                    Status.ACTIVE,
                    at,
                    List.of(),
                    List.of(),
                    Status.CANCELLED,
                    Optional.empty(),
                    ids(back.returned())));
        }
        return Optional.empty();
    }

    private static GoodsMoved of(
            Instant expiresAt, List<ReservationId> kept, List<ReservationId> ended, Optional<ReleaseReason> reason) {
        return new GoodsMoved(List.of(), Status.ACTIVE, expiresAt, kept, ended, Status.CANCELLED, reason, List.of());
    }

    /** How many reservations must still be active for this to be stored. */
    int needed() {
        return kept.size() + (isSale() ? ended.size() : 0);
    }

    /** Whether goods leave that had not been held, so that there must be enough of them that nobody else was promised. */
    boolean takesUnheld() {
        return begunAs == Status.CONVERTED && !begun.isEmpty();
    }

    /** Whether counters change; where goods are only held for longer or less long, they do not. */
    boolean moves() {
        return !begun.isEmpty() || !ended.isEmpty() || !returned.isEmpty();
    }

    private boolean isSale() {
        return endedAs == Status.CONVERTED;
    }

    /** The reservations of the deal that this is about and that were there before. */
    List<UUID> known() {
        return Stream.of(kept, ended, returned)
                .flatMap(List::stream)
                .map(ReservationId::value)
                .toList();
    }

    static List<ReservationId> ids(List<Reservation> reservations) {
        return reservations.stream().map(Reservation::id).toList();
    }

    static List<UUID> uuids(List<ReservationId> ids) {
        return ids.stream().map(ReservationId::value).toList();
    }

    /** The ids of what a deal holds, as its row lists them. */
    static List<UUID> held(Optional<Holding> holding) {
        return uuids(ids(holding.map(Holding::reservations).orElse(List.of())));
    }
}
