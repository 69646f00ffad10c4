package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which reservations an event begins, and which it ends. */
final class Reserved {

    private Reserved() {}

    static Set<ReservationId> begun(NegotiationEvent event) {
        return event instanceof StockHeld held ? ids(held.added()) : Set.of();
    }

    static Set<ReservationId> ended(NegotiationEvent event) {
        if (event instanceof StockHeld held) {
            return Set.copyOf(held.replaced());
        }
        if (event instanceof StockReleased released) {
            return Set.copyOf(released.reservations());
        }
        return event instanceof StockSold sold ? ids(sold.held()) : Set.of();
    }

    static Set<ReservationId> ids(Holding holding) {
        return ids(holding.reservations());
    }

    private static Set<ReservationId> ids(List<Reservation> reservations) {
        return reservations.stream().map(Reservation::id).collect(Collectors.toUnmodifiableSet());
    }
}
