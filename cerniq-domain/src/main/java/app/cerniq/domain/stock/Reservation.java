package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;

/** Goods for one quote line, set aside at one location. A reservation never changes; it ends, and another begins. */
public record Reservation(ReservationId id, Place place, Quantity quantity) {

    public Sku sku() {
        return place.sku();
    }

    /** How a reservation stands; every status but the first is final. Source: source schema 000, section 11.4. */
    public enum Status {
        /** The goods are set aside, until the time is up. */
        ACTIVE,
        /** The goods were sold and have left. */
        CONVERTED,
        /** The time was up. */
        EXPIRED,
        /** The goods were given back for another reason. */
        CANCELLED
    }
}
