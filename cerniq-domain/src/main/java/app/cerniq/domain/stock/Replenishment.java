package app.cerniq.domain.stock;

import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a place is low and what is done about it. All amounts are in the unit of the SKU.
 *
 * @param safetyStock what is never promised to anybody, 0 unless set
 * @param lowThreshold at this much available, or less, somebody is told; 10 unless set
 * @param reorderPoint at this much available, or less, it is time to order; 20 unless set
 * @param reorderQuantity how much is usually ordered
 * @param incoming what is on its way, where that is known
 */
public record Replenishment(
        StockAmount safetyStock,
        StockAmount lowThreshold,
        StockAmount reorderPoint,
        Optional<Quantity> reorderQuantity,
        Optional<Incoming> incoming) {

    /** Goods that were ordered and have not arrived. */
    public record Incoming(Quantity quantity, LocalDate on) {
        @Override
        public String toString() {
            return quantity + " on " + on;
        }
    }

    public Replenishment {
        var unit = safetyStock.unit();
        if (lowThreshold.unit() != unit
                || reorderPoint.unit() != unit
                || reorderQuantity.filter(quantity -> quantity.unit() != unit).isPresent()
                || incoming.filter(coming -> coming.quantity().unit() != unit).isPresent()) {
            throw new IllegalArgumentException("One SKU is counted in one unit, here " + unit.symbol() + ".");
        }
    }

    /** The figures of the source schema: told at 10, ordered at 20, a hundred at a time, no safety stock. */
    public static Replenishment standard(Unit unit) {
        return new Replenishment(
                StockAmount.none(unit),
                StockAmount.of("10", unit),
                StockAmount.of("20", unit),
                Optional.of(Quantity.of("100", unit)),
                Optional.empty());
    }

    public Replenishment keeping(StockAmount safety) {
        return new Replenishment(safety, lowThreshold, reorderPoint, reorderQuantity, incoming);
    }

    public Replenishment expecting(Incoming coming) {
        return new Replenishment(safetyStock, lowThreshold, reorderPoint, reorderQuantity, Optional.of(coming));
    }
}
