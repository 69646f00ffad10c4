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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a change of a deal does to the goods, all its events together.
 *
 * @param begun the reservations that begin with it
 * @param kept the reservations that are held on; each must still be active
 * @param heldUntil until when all that is held after it is held; the instant of the change where nothing is
 * @param ended the reservations that end with it
 * @param returned the reservations whose goods come back
 */
record GoodsMoved(
        List<Begun> begun,
        List<ReservationId> kept,
        Instant heldUntil,
        List<Ended> ended,
        List<ReservationId> returned) {

    /** @param status ACTIVE, or CONVERTED where goods leave that had not been held */
    record Begun(Reservation reservation, Status status) {}

    /**
     * @param status CONVERTED, and then it must still be active, or CANCELLED
     * @param reason why it was cancelled; one whose time is up has expired, whatever is said here
     */
    record Ended(ReservationId id, Status status, Optional<ReleaseReason> reason) {}

    /** Empty where no goods are held, released, sold or returned. */
    static Optional<GoodsMoved> by(Accepted accepted) {
        var reading = new Reading(accepted);
        accepted.change().events().forEach(reading::read);
        return reading.isAny ? Optional.of(reading.moved()) : Optional.empty();
    }

    /** Whether counters change; where goods are only held for longer or less long, they do not. */
    boolean moves() {
        return !begun.isEmpty() || !ended.isEmpty() || !returned.isEmpty();
    }

    /** How many reservations must still be active for this to be stored. */
    int needed() {
        return kept.size()
                + (int) ended.stream()
                        .filter(one -> one.status() == Status.CONVERTED)
                        .count();
    }

    /** Whether goods leave that had not been held, so that there must be enough that nobody else was promised. */
    boolean takesUnheld() {
        return begun.stream().anyMatch(one -> one.status() == Status.CONVERTED);
    }

    /** The reservations of the deal that this is about and that were there before. */
    List<UUID> known() {
        return uuids(Stream.of(kept, endedIds(), returned).flatMap(List::stream).toList());
    }

    List<ReservationId> endedIds() {
        return ended.stream().map(Ended::id).toList();
    }

    List<Reservation> begunReservations() {
        return begun.stream().map(Begun::reservation).toList();
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

    /** Collects what the events say. */
    private static final class Reading {

        private final Accepted accepted;
        private final List<Begun> begun = new ArrayList<>();
        private final List<ReservationId> kept = new ArrayList<>();
        private final List<Ended> ended = new ArrayList<>();
        private final List<ReservationId> returned = new ArrayList<>();
        private boolean isAny;

        Reading(Accepted accepted) {
            this.accepted = accepted;
        }

        GoodsMoved moved() {
            var held = accepted.next().stock().held();
            return new GoodsMoved(
                    begun,
                    kept,
                    held.map(Holding::expiresAt).orElse(accepted.change().at()),
                    ended,
                    returned);
        }

        void read(NegotiationEvent event) {
            if (event instanceof StockHeld held) {
                held.added().forEach(reservation -> begin(reservation, Status.ACTIVE));
                held.replaced().forEach(id -> end(id, Status.CANCELLED, Optional.of(ReleaseReason.REPLACED)));
                heldAfter().stream()
                        .filter(reservation -> !held.added().contains(reservation))
                        .forEach(reservation -> keep(reservation.id()));
            } else if (event instanceof HoldRescheduled rescheduled) {
                rescheduled.reservations().forEach(this::keep);
            } else if (event instanceof StockReleased released) {
                released.reservations().forEach(id -> end(id, Status.CANCELLED, Optional.of(released.reason())));
            } else if (event instanceof StockSold sold) {
                sold.held().forEach(reservation -> end(reservation.id(), Status.CONVERTED, Optional.empty()));
                sold.direct().forEach(reservation -> begin(reservation, Status.CONVERTED));
            } else if (event instanceof StockReturned back) {
                returned.addAll(ids(back.returned()));
                isAny = true;
            }
        }

        private List<Reservation> heldAfter() {
            return accepted.next().stock().held().map(Holding::reservations).orElse(List.of());
        }

        private void begin(Reservation reservation, Status status) {
            begun.add(new Begun(reservation, status));
            isAny = true;
        }

        private void keep(ReservationId id) {
            kept.add(id);
            isAny = true;
        }

        private void end(ReservationId id, Status status, Optional<ReleaseReason> reason) {
            ended.add(new Ended(id, status, reason));
            isAny = true;
        }
    }
}
