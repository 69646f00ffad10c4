package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Booking.Counted;
import app.cerniq.ports.stock.Booking.Entry;
import app.cerniq.ports.stock.Booking.Received;
import app.cerniq.ports.stock.Booking.Transferred;
import app.cerniq.ports.stock.Inventory;
import app.cerniq.testkit.memory.InMemoryStock.Warehouse;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Books with one lock: first every entry is looked at, then every entry is booked. A counter here cannot drift. */
final class InMemoryInventory implements Inventory {

    private record Keyed(TenantId tenant, IdempotencyKey key) {}

    private record Done(ContentHash fingerprint, Booked booked) {}

    /** What is to happen to one counter. */
    private record Step(Place place, BigDecimal onHand, MovementType type) {}

    private final InMemoryTenants tenants;
    private final InMemoryStock stock;
    private final Map<Keyed, Done> done = new HashMap<>();

    InMemoryInventory(InMemoryTenants tenants, InMemoryStock stock) {
        this.tenants = tenants;
        this.stock = stock;
    }

    @Override
    public Either<StockRefusal, Booked> book(Booking booking) {
        synchronized (stock) {
            if (!tenants.knows(booking.tenant())) {
                return left(new StockRefusal.UnknownTenant(booking.tenant()));
            }
            var key = new Keyed(booking.tenant(), booking.key());
            var before = done.get(key);
            if (before != null) {
                return before.fingerprint().equals(booking.fingerprint())
                        ? right(before.booked())
                        : left(new StockRefusal.IdempotencyKeyReused(
                                booking.key().value()));
            }
            var fault = fault(booking);
            if (fault.isPresent()) {
                return left(fault.get());
            }
            var booked = doBook(booking);
            done.put(key, new Done(booking.fingerprint(), booked));
            return right(booked);
        }
    }

    private Optional<StockRefusal> fault(Booking booking) {
        var places =
                booking.entries().stream().flatMap(InMemoryInventory::places).toList();
        var seen = new HashSet<Place>();
        for (var place : places) {
            if (!seen.add(place)) {
                return Optional.of(new StockRefusal.PlaceTwice(place));
            }
        }
        return booking.entries().stream()
                .flatMap(entry -> places(entry)
                        .flatMap(place -> unfit(booking.tenant(), place, unit(entry), text(entry)).stream()))
                .findFirst()
                .or(() -> booking.entries().stream()
                        .flatMap(entry -> impossible(stock.of(booking.tenant()), entry, booking.at()).stream())
                        .findFirst());
    }

    private static Stream<Place> places(Entry entry) {
        return entry instanceof Transferred transferred
                ? Stream.of(transferred.place(), transferred.to())
                : Stream.of(entry.place());
    }

    private static Unit unit(Entry entry) {
        if (entry instanceof Counted counted) {
            return counted.onHand().unit();
        }
        return entry instanceof Received received
                ? received.quantity().unit()
                : ((Transferred) entry).quantity().unit();
    }

    private static String text(Entry entry) {
        if (entry instanceof Counted counted) {
            return counted.onHand().toString();
        }
        return entry instanceof Received received
                ? received.quantity().toString()
                : ((Transferred) entry).quantity().toString();
    }

    /** Whether something of this kind can be booked at this place at all. */
    private Optional<StockRefusal> unfit(TenantId tenant, Place place, Unit unit, String given) {
        var item = stock.items().find(tenant, place.sku());
        if (item.isEmpty()) {
            return Optional.of(new StockRefusal.UnknownSku(place.sku()));
        }
        if (!item.get().isKept()) {
            return Optional.of(new StockRefusal.NotKept(place.sku()));
        }
        var open = InMemoryLocations.openCodes(stock.of(tenant));
        if (!open.contains(place.location())) {
            return Optional.of(new StockRefusal.UnknownLocation(place.location(), open));
        }
        return item.get().unit() == unit
                ? Optional.empty()
                : Optional.of(new StockRefusal.WrongUnit(
                        place.sku(), given, item.get().unit().symbol()));
    }

    private Optional<StockRefusal> impossible(Warehouse warehouse, Entry entry, Instant at) {
        var shelf = Optional.ofNullable(warehouse.shelves.get(entry.place()));
        if (entry instanceof Counted counted) {
            return shelf.flatMap(there -> belowReserved(warehouse, there, counted, at));
        }
        if (entry instanceof Transferred transferred) {
            var available = shelf.map(there ->
                            there.level(warehouse.dueAmount(entry.place(), at)).available())
                    .orElse(StockAmount.none(transferred.quantity().unit()));
            return available.covers(transferred.quantity())
                    ? Optional.empty()
                    : Optional.of(new StockRefusal.NotEnoughThere(entry.place(), transferred.quantity(), available));
        }
        return Optional.empty();
    }

    private static Optional<StockRefusal> belowReserved(Warehouse warehouse, Shelf shelf, Counted counted, Instant at) {
        var reserved = shelf.level(warehouse.dueAmount(counted.place(), at)).reserved();
        return shelf.allows(counted.onHand().value(), reserved.value())
                ? Optional.empty()
                : Optional.of(new StockRefusal.BelowReserved(
                        counted.place(),
                        counted.onHand(),
                        reserved,
                        shelf.replenishment().safetyStock()));
    }

    private Booked doBook(Booking booking) {
        var warehouse = stock.of(booking.tenant());
        var before = new TreeMap<Place, StockAmount>();
        for (var entry : booking.entries()) {
            places(entry).forEach(place -> {
                shelf(warehouse, place, unit(entry));
                before.put(place, warehouse.availableAt(place, booking.at()));
            });
        }
        before.keySet().forEach(place -> warehouse.expire(place, booking.by(), booking.at()));
        for (var entry : booking.entries()) {
            for (var step : steps(warehouse, entry)) {
                warehouse.shelf(step.place()).move(step.onHand(), BigDecimal.ZERO, note(booking, step.type()));
            }
        }
        before.forEach((place, available) ->
                warehouse.shelf(place).alert(available, booking.at()).ifPresent(warehouse::alert));
        return new Booked(before.keySet().stream()
                .map(place -> warehouse.shelf(place).level(BigDecimal.ZERO))
                .toList());
    }

    private static Shelf shelf(Warehouse warehouse, Place place, Unit unit) {
        return warehouse.shelves.computeIfAbsent(place, fresh -> new Shelf(fresh, unit));
    }

    private static List<Step> steps(Warehouse warehouse, Entry entry) {
        if (entry instanceof Counted counted) {
            var difference = counted.onHand()
                    .value()
                    .subtract(warehouse.shelf(counted.place()).onHand());
            return List.of(new Step(
                    counted.place(), difference, counted.isSync() ? MovementType.SYNC : MovementType.ADJUSTMENT));
        }
        if (entry instanceof Received received) {
            return List.of(new Step(received.place(), received.quantity().value(), MovementType.PURCHASE));
        }
        var carried = (Transferred) entry;
        var quantity = carried.quantity().value();
        return List.of(
                new Step(carried.place(), quantity.negate(), MovementType.TRANSFER),
                new Step(carried.to(), quantity, MovementType.TRANSFER));
    }

    private static Shelf.Note note(Booking booking, MovementType type) {
        return new Shelf.Note(type, Optional.empty(), booking.reason(), booking.by(), booking.at());
    }

    @Override
    public Either<StockRefusal, StockLevel> replenish(
            TenantId tenant, Place place, Replenishment replenishment, ActorRef by, Instant at) {
        synchronized (stock) {
            if (!tenants.knows(tenant)) {
                return left(new StockRefusal.UnknownTenant(tenant));
            }
            var safety = replenishment.safetyStock();
            var fault = unfit(tenant, place, safety.unit(), safety.toString());
            if (fault.isPresent()) {
                return left(fault.get());
            }
            var warehouse = stock.of(tenant);
            var shelf = shelf(warehouse, place, safety.unit());
            var level = shelf.level(warehouse.dueAmount(place, at));
            var promisable = level.onHand().lessAtMost(safety);
            if (promisable.isBelow(level.reserved())) {
                return left(new StockRefusal.BelowReserved(place, level.onHand(), level.reserved(), safety));
            }
            warehouse.expire(place, by, at);
            shelf.replenish(replenishment);
            return right(shelf.level(BigDecimal.ZERO));
        }
    }

    @Override
    public List<Movement> movements(TenantId tenant, Place place, long after, int limit) {
        synchronized (stock) {
            return Optional.ofNullable(stock.of(tenant).shelves.get(place))
                    .map(Shelf::movements)
                    .orElse(List.of())
                    .stream()
                    .filter(movement -> movement.number() > after)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<StockAlert> alerts(TenantId tenant, Instant from, int limit) {
        synchronized (stock) {
            return stock.of(tenant).alerts.stream()
                    .filter(alert -> !alert.at().isBefore(from))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Drift> drifts(TenantId tenant) {
        synchronized (stock) {
            return Drifts.of(stock.of(tenant));
        }
    }

    @Override
    public List<Drift> repair(TenantId tenant, ActorRef by, Instant at) {
        synchronized (stock) {
            var found = Drifts.of(stock.of(tenant));
            if (!found.isEmpty()) {
                throw new IllegalStateException("Counters in memory have drifted, which no code can do: " + found);
            }
            return found;
        }
    }
}
