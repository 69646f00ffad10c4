package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import java.util.Comparator;

/** One SKU at one location of a tenant: what has one counter, and one lock. Places are always locked in this order. */
public record Place(Sku sku, LocationCode location) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::sku).thenComparing(Place::location);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sku + " at " + location;
    }
}
