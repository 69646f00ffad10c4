package app.cerniq.application.runtime.event;

import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.runtime.event.EventPayload;
import app.cerniq.domain.runtime.event.StockEvent;
import app.cerniq.domain.stock.Reservation;
import java.util.List;

/** What is told of the goods of a deal. */
final class GoodsNews {

    private GoodsNews() {}

    static List<EventPayload> held(StockHeld held, Occasion occasion) {
        return List.of(
                new StockEvent.StockReserved(occasion.deal(), told(held.added()), held.replaced(), held.expiresAt()));
    }

    static List<EventPayload> released(StockReleased released, Occasion occasion) {
        return List.of(new StockEvent.StockReleased(occasion.deal(), released.reservations(), released.reason()));
    }

    static List<EventPayload> sold(StockSold sold, Occasion occasion) {
        return List.of(new StockEvent.ReservationConverted(occasion.deal(), told(sold.all())));
    }

    static List<StockEvent.Reserved> told(List<Reservation> reservations) {
        return reservations.stream()
                .map(one ->
                        new StockEvent.Reserved(one.id(), one.sku(), one.place().location(), one.quantity()))
                .toList();
    }
}
