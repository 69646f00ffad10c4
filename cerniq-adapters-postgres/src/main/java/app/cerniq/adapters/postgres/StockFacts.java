package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Booking.Counted;
import app.cerniq.ports.stock.Booking.Entry;
import app.cerniq.ports.stock.Booking.Transferred;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the warehouse looked like after it had refused something, and what of that was in the way. */
record StockFacts(Map<Sku, StockPosition> positions, List<LocationCode> open) {

    /** Why a booking is not possible; empty where nothing is in the way. */
    Optional<StockRefusal> refusalOf(Booking booking) {
        return booking.entries().stream()
                .flatMap(entry -> Step.of(entry).stream()
                        .flatMap(step -> unfit(step.place(), step.amount().unit(), step.given()).stream()))
                .findFirst()
                .or(() -> booking.entries().stream()
                        .flatMap(entry -> impossible(entry).stream())
                        .findFirst());
    }

    /** Why a place cannot be replenished like this; empty where nothing is in the way. */
    Optional<StockRefusal> refusalOf(Place place, Replenishment replenishment) {
        var safety = replenishment.safetyStock();
        return unfit(place, safety.unit(), safety.toString())
                .or(() -> level(place)
                        .filter(level -> level.onHand().lessAtMost(safety).isBelow(level.reserved()))
                        .map(level -> new StockRefusal.BelowReserved(place, level.onHand(), level.reserved(), safety)));
    }

    private Optional<StockRefusal> unfit(Place place, Unit unit, String given) {
        var position = positions.get(place.sku());
        if (position == null) {
            return Optional.of(new StockRefusal.UnknownSku(place.sku()));
        }
        if (!position.isKept()) {
            return Optional.of(new StockRefusal.NotKept(place.sku()));
        }
        if (!open.contains(place.location())) {
            return Optional.of(new StockRefusal.UnknownLocation(place.location(), open));
        }
        return position.unit() == unit
                ? Optional.empty()
                : Optional.of(new StockRefusal.WrongUnit(
                        place.sku(), given, position.unit().symbol()));
    }

    private Optional<StockRefusal> impossible(Entry entry) {
        var level = level(entry.place());
        if (entry instanceof Counted counted) {
            return level.filter(there -> counted.onHand()
                            .lessAtMost(there.replenishment().safetyStock())
                            .isBelow(there.reserved()))
                    .map(there -> new StockRefusal.BelowReserved(
                            counted.place(),
                            counted.onHand(),
                            there.reserved(),
                            there.replenishment().safetyStock()));
        }
        if (entry instanceof Transferred transferred) {
            var available = level.map(StockLevel::available)
                    .orElse(StockAmount.none(transferred.quantity().unit()));
            return available.covers(transferred.quantity())
                    ? Optional.empty()
                    : Optional.of(new StockRefusal.NotEnoughThere(entry.place(), transferred.quantity(), available));
        }
        return Optional.empty();
    }

    private Optional<StockLevel> level(Place place) {
        return Optional.ofNullable(positions.get(place.sku())).stream()
                .flatMap(position -> position.levels().stream())
                .filter(level -> level.place().equals(place))
                .findFirst();
    }
}
