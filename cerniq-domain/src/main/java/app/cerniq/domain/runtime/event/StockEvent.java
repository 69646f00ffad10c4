package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import java.time.Instant;
import java.util.List;

/** What happens to goods (category F). */
public sealed interface StockEvent extends EventPayload {

    /** Goods that are set aside at one place. */
    record Reserved(ReservationId reservationId, Sku sku, LocationCode location, Quantity quantity) {}

    /** All goods of a quote were found in stock. */
    record StockChecked(NegotiationId negotiationId, int quoteNumber, ContentHash contents) implements StockEvent {}

    /** Goods are held for a deal. */
    record StockReserved(
            NegotiationId negotiationId, List<Reserved> added, List<ReservationId> replaced, Instant expiresAt)
            implements StockEvent {
        public StockReserved {
            added = List.copyOf(added);
            replaced = List.copyOf(replaced);
        }
    }

    /** Goods that were held are free again. */
    record StockReleased(NegotiationId negotiationId, List<ReservationId> reservations, ReleaseReason reason)
            implements StockEvent {
        public StockReleased {
            reservations = List.copyOf(reservations);
        }
    }

    /** What is on hand at a place changed. */
    record StockUpdated(
            Sku sku, LocationCode location, MovementType movement, StockDifference change, StockAmount onHand)
            implements StockEvent {}

    /** A place fell to its threshold. */
    record StockLowAlert(
            Sku sku,
            LocationCode location,
            long movement,
            StockAmount available,
            StockAmount threshold,
            StockAlert.Severity severity)
            implements StockEvent {}

    /** The stock figures of another system were taken over. */
    record StockSynced(String sourceSystem, int places, int changed) implements StockEvent {}

    /** The time for which goods were held is up. */
    record ReservationExpired(NegotiationId negotiationId, Reserved reservation, Instant expiredAt)
            implements StockEvent {}

    /** Goods left with an invoice. */
    record ReservationConverted(NegotiationId negotiationId, List<Reserved> sold) implements StockEvent {
        public ReservationConverted {
            sold = List.copyOf(sold);
        }
    }
}
