package app.cerniq.testkit.memory;

import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Compares counters with what they count. */
final class Drifts {

    private Drifts() {}

    static List<Drift> of(InMemoryStock.Warehouse warehouse) {
        var found = new ArrayList<Drift>();
        warehouse.shelves.forEach((place, shelf) -> {
            var unit = shelf.unit();
            var onHand = new StockAmount(shelf.onHand(), unit);
            var reserved = new StockAmount(shelf.reserved(), unit);
            compare(found, place, Drift.Counter.ON_HAND, onHand, sum(shelf, movement -> movement.onHand()));
            compare(found, place, Drift.Counter.RESERVED_LEDGER, reserved, sum(shelf, movement -> movement.reserved()));
            var held = warehouse.activeAt(place).stream()
                    .map(id -> warehouse.entry(id).reservation().quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            compare(found, place, Drift.Counter.RESERVED, reserved, new StockAmount(held, unit));
        });
        return List.copyOf(found);
    }

    private static StockAmount sum(Shelf shelf, Function<app.cerniq.domain.stock.Movement, StockDifference> which) {
        return shelf.movements().stream()
                .map(which)
                .reduce(
                        StockAmount.none(shelf.unit()),
                        (sum, difference) -> difference.appliedTo(sum),
                        (one, other) -> one.plus(other));
    }

    private static void compare(
            List<Drift> found, Place place, Drift.Counter counter, StockAmount counted, StockAmount derived) {
        if (!counted.equals(derived)) {
            found.add(new Drift(place, counter, counted, derived));
        }
    }
}
