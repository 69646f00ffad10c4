package app.cerniq.domain.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tenant has of one SKU in all its locations.
 *
 * @param isKept whether stock is kept of it at all; of a service it is not, and there is always enough
 * @param unit what it is counted in
 * @param levels one per location that ever had any, ordered by location; none where no stock is kept
 */
public record StockPosition(Sku sku, boolean isKept, Unit unit, List<StockLevel> levels) {
    public StockPosition {
        levels = List.copyOf(levels);
    }

    /** What can be promised from all locations together. */
    public StockAmount available() {
        return levels.stream().map(StockLevel::available).reduce(StockAmount.none(unit), StockAmount::plus);
    }

    public boolean covers(Quantity wanted) {
        return !isKept || available().covers(wanted);
    }

    /** The first goods to arrive at any location, where that is known. */
    public Optional<Replenishment.Incoming> nextIncoming() {
        return levels.stream()
                .flatMap(level -> level.replenishment().incoming().stream())
                .min(java.util.Comparator.comparing(Replenishment.Incoming::on));
    }

    /** The same, as if these reservations did not exist. */
    public StockPosition without(List<Reservation> reservations) {
        return new StockPosition(
                sku,
                isKept,
                unit,
                levels.stream().map(level -> without(level, reservations)).toList());
    }

    private static StockLevel without(StockLevel level, List<Reservation> reservations) {
        var freed = Stream.concat(
                        Stream.of(StockAmount.none(level.unit())),
                        reservations.stream()
                                .filter(reservation -> reservation.place().equals(level.place()))
                                .map(reservation -> StockAmount.of(reservation.quantity())))
                .reduce(StockAmount.none(level.unit()), StockAmount::plus);
        return new StockLevel(
                level.place(),
                level.onHand(),
                level.reserved().lessAtMost(freed),
                level.replenishment(),
                level.isChangedSinceSync());
    }
}
