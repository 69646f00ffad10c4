package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import java.util.List;
import java.util.Set;

/**
 * Where the goods for a decision are.
 *
 * @param reservations one per SKU and location, together exactly what was wanted of goods that are kept in stock
 * @param unkept the SKUs that were wanted and of which no stock is kept
 */
public record Found(List<Reservation> reservations, Set<Sku> unkept) {

    /** Nothing had to be found. */
    public static final Found NOTHING = new Found(List.of(), Set.of());

    public Found {
        reservations = List.copyOf(reservations);
        unkept = Set.copyOf(unkept);
    }
}
