package app.cerniq.domain.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.AllocationStrategy.Pick;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockPosition;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** From which places the goods for a decision are taken. */
public final class Allocating {

    private final AllocationStrategy strategy;
    private final Supplier<UUID> ids;

    /** @param ids a new id for each reservation */
    public Allocating(AllocationStrategy strategy, Supplier<UUID> ids) {
        this.strategy = strategy;
        this.ids = ids;
    }

    /**
     * Reservations for everything that is needed, or everything that is missing. Throws {@link IllegalStateException}
     * where the strategy breaks its contract.
     */
    public Either<NegotiationRefusal, Found> find(Stocking.Need need, Map<Sku, StockPosition> positions) {
        var reservations = new ArrayList<Reservation>();
        var unkept = new HashSet<Sku>();
        var missing = new ArrayList<Shortage>();
        need.wanted().forEach((sku, quantity) -> {
            var position = Optional.ofNullable(positions.get(sku));
            if (position.filter(there -> !there.isKept()).isPresent()) {
                unkept.add(sku);
            } else {
                position.flatMap(there -> picks(there, quantity))
                        .ifPresentOrElse(
                                picks -> picks.forEach(pick -> reservations.add(reservation(sku, pick))),
                                () -> missing.add(Stocking.shortage(sku, quantity, position)));
            }
        });
        return missing.isEmpty()
                ? right(new Found(reservations, unkept))
                : left(new NegotiationRefusal.NotEnoughStock(missing));
    }

    private Reservation reservation(Sku sku, Pick pick) {
        return new Reservation(new ReservationId(ids.get()), new Place(sku, pick.location()), pick.quantity());
    }

    private Optional<List<Pick>> picks(StockPosition position, Quantity wanted) {
        var there = position.levels().stream()
                .filter(level -> !level.available().isNone())
                .toList();
        return strategy.allocate(wanted, there).map(picks -> checked(picks, position, wanted));
    }

    /** A strategy is somebody else's code: what it picks has to be there, and has to be what was wanted. */
    private static List<Pick> checked(List<Pick> picks, StockPosition position, Quantity wanted) {
        var total = StockAmount.none(wanted.unit());
        for (var pick : picks) {
            total = total.plus(pick.quantity());
            var isThere = position.levels().stream()
                    .anyMatch(level -> level.place().location().equals(pick.location())
                            && level.available().covers(pick.quantity()));
            if (!isThere) {
                throw new IllegalStateException("The allocation strategy picked " + pick + " of " + position + ".");
            }
        }
        if (!total.equals(StockAmount.of(wanted))
                || picks.stream().map(Pick::location).distinct().count() != picks.size()) {
            throw new IllegalStateException("The allocation strategy picked " + picks + " for " + wanted + ".");
        }
        return picks;
    }
}
