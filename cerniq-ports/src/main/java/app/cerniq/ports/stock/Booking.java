package app.cerniq.ports.stock;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.shared.IdempotencyKey;
import java.time.Instant;
import java.util.List;

/**
 * What somebody books in the warehouse: all of its entries or none.
 *
 * @param key the caller's name for this one intended effect
 * @param fingerprint the hash of the booking
 * @param reason for the ledger; may be empty
 */
public record Booking(
        TenantId tenant,
        List<Entry> entries,
        String reason,
        ActorRef by,
        Instant at,
        IdempotencyKey key,
        ContentHash fingerprint) {
    public Booking {
        entries = List.copyOf(entries);
    }

    /** One change of what is on hand. A place is named by at most one entry. */
    public sealed interface Entry {

        /** Where. */
        Place place();
    }

    /** So much was found there; {@link MovementType#SYNC} where another system says so, else ADJUSTMENT. */
    public record Counted(Place place, StockAmount onHand, boolean isSync) implements Entry {}

    /** So much arrived there: PURCHASE. */
    public record Received(Place place, Quantity quantity) implements Entry {}

    /** So much was carried from there to another place of the same SKU: TRANSFER, twice. */
    public record Transferred(Place place, Place to, Quantity quantity) implements Entry {}
}
