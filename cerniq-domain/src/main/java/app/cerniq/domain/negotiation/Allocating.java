package app.cerniq.domain.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.AllocationStrategy.Pick;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
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
        need.wanted().forEach((sku, wanted) -> {
            var position = Optional.ofNullable(positions.get(sku));
            if (position.filter(there -> !there.isKept()).isPresent()) {
                unkept.add(sku);
                return;
            }
            var picks = position.map(there -> picks(there, wanted)).orElse(List.of());
            var found = total(wanted.unit(), picks);
            if (found.covers(wanted)) {
                picks.forEach(pick -> reservations.add(reservation(sku, pick)));
            } else {
                var incoming = position.flatMap(StockPosition::nextIncoming);
                missing.add(new Shortage(sku, wanted, found, incoming, List.of()));
            }
        });
        return missing.isEmpty()
                ? right(new Found(reservations, unkept))
                : left(new NegotiationRefusal.NotEnoughStock(missing));
    }

    private Reservation reservation(Sku sku, Pick pick) {
        return new Reservation(new ReservationId(ids.get()), new Place(sku, pick.location()), pick.quantity());
    }

    private static StockAmount total(Unit unit, List<Pick> picks) {
        return picks.stream()
                .map(pick -> StockAmount.of(pick.quantity()))
                .reduce(StockAmount.none(unit), StockAmount::plus);
    }

    private List<Pick> picks(StockPosition position, Quantity wanted) {
        var there = position.levels().stream()
                .filter(level -> !level.available().isNone())
                .toList();
        var picks = strategy.allocate(wanted, there);
        check(picks, there, wanted);
        return picks;
    }

    /** A strategy is somebody else's code: what it picks has to be there, and no more than was wanted. */
    private static void check(List<Pick> picks, List<StockLevel> there, Quantity wanted) {
        var places = picks.stream().map(Pick::location).distinct().count();
        var isSound = places == picks.size()
                && picks.stream().allMatch(pick -> isThere(pick, there))
                && !StockAmount.of(wanted).isBelow(total(wanted.unit(), picks));
        if (!isSound) {
            throw new IllegalStateException(
                    "The allocation strategy picked " + picks + " for " + wanted + " out of " + there + ".");
        }
    }

    private static boolean isThere(Pick pick, List<StockLevel> there) {
        return there.stream()
                .anyMatch(level -> level.place().location().equals(pick.location())
                        && level.unit() == pick.quantity().unit()
                        && level.available().covers(pick.quantity()));
    }
}
