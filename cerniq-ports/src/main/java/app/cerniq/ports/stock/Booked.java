package app.cerniq.ports.stock;

import app.cerniq.domain.stock.StockLevel;
import java.util.List;

/**
 * What a booking did; asking again under the same key gives the same answer.
 *
 * @param levels the places that were named, as they stood after it, ordered by place
 */
public record Booked(List<StockLevel> levels) {
    public Booked {
        levels = List.copyOf(levels);
    }
}
