package app.cerniq.domain.stock;

import app.cerniq.domain.shared.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From which locations goods are taken. Pure: the same levels give the same picks. Hosts may bring their own. */
@FunctionalInterface
public interface AllocationStrategy {

    /**
     * Picks the wanted quantity, or as much of it as can be had in this way: that is what the customer is told.
     *
     * @param levels one per location, all of one SKU, each with something available
     * @return at most one pick per location and of at most what is available there; together never more than is wanted,
     *     and less only where there is too little
     */
    List<Pick> allocate(Quantity wanted, List<StockLevel> levels);

    /** So much from there. */
    record Pick(LocationCode location, Quantity quantity) {}

    /** Few parcels: the smallest stock that is enough alone, else from the largest downwards. */
    static AllocationStrategy fewestLocations() {
        return (wanted, levels) -> {
            var alone = levels.stream()
                    .filter(level -> level.available().covers(wanted))
                    .min(Comparator.<StockLevel, java.math.BigDecimal>comparing(
                                    level -> level.available().value())
                            .thenComparing(StockLevel::place));
            if (alone.isPresent()) {
                return List.of(new Pick(alone.get().place().location(), wanted));
            }
            var largestFirst = Comparator.<StockLevel, java.math.BigDecimal>comparing(
                            level -> level.available().value())
                    .reversed()
                    .thenComparing(StockLevel::place);
            return inTurn(wanted, levels.stream().sorted(largestFirst).toList());
        };
    }

    /** The locations in this order and no other ones. */
    static AllocationStrategy inOrder(List<LocationCode> order) {
        var fixed = List.copyOf(order);
        return (wanted, levels) -> inTurn(
                wanted,
                fixed.stream()
                        .flatMap(code -> levels.stream()
                                .filter(level -> level.place().location().equals(code)))
                        .toList());
    }

    private static List<Pick> inTurn(Quantity wanted, List<StockLevel> levels) {
        var picks = new ArrayList<Pick>();
        var open = StockAmount.of(wanted);
        for (var level : levels) {
            var taken = open.min(level.available());
            open = open.lessAtMost(taken);
            taken.quantity()
                    .ifPresent(quantity -> picks.add(new Pick(level.place().location(), quantity)));
        }
        return List.copyOf(picks);
    }
}
