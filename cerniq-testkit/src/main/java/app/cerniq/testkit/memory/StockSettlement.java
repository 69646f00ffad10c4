package app.cerniq.testkit.memory;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationEvent;
import app.cerniq.domain.negotiation.NegotiationEvent.HoldRescheduled;
import app.cerniq.domain.negotiation.NegotiationEvent.StockHeld;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReleased;
import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.testkit.memory.InMemoryStock.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one commit does to the goods: first it is looked whether all of it can be done, then all of it is done. */
final class StockSettlement {

    private final Warehouse warehouse;
    private final Accepted accepted;
    private final Instant at;

    /** What begins, what is given back, what is kept, what leaves and what comes back. */
    private final List<Reservation> begun = new ArrayList<>();

    private final Map<ReservationId, ReleaseReason> given = new HashMap<>();
    private final Set<ReservationId> needed = new HashSet<>();
    private final List<Reservation> soldHeld = new ArrayList<>();
    private final List<Reservation> soldDirectly = new ArrayList<>();
    private final List<Reservation> returned = new ArrayList<>();

    StockSettlement(Warehouse warehouse, Accepted accepted) {
        this.warehouse = warehouse;
        this.accepted = accepted;
        this.at = accepted.change().at();
        accepted.change().events().forEach(this::read);
    }

    private void read(NegotiationEvent event) {
        if (event instanceof StockHeld held) {
            begun.addAll(held.added());
            held.replaced().forEach(id -> given.put(id, ReleaseReason.REPLACED));
            accepted.next().stock().held().orElseThrow().reservations().stream()
                    .filter(reservation -> !held.added().contains(reservation))
                    .forEach(kept -> needed.add(kept.id()));
        } else if (event instanceof HoldRescheduled rescheduled) {
            needed.addAll(rescheduled.reservations());
        } else if (event instanceof StockReleased released) {
            released.reservations().forEach(id -> given.put(id, released.reason()));
        } else if (event instanceof StockSold sold) {
            soldHeld.addAll(sold.held());
            soldDirectly.addAll(sold.direct());
            sold.held().forEach(reservation -> needed.add(reservation.id()));
        } else if (event instanceof StockReturned back) {
            returned.addAll(back.returned());
        }
    }

    /** Why it cannot be done, or nothing. */
    Optional<NegotiationRefusal> fault() {
        var lost = needed.stream().filter(id -> !warehouse.isActive(id)).findFirst();
        if (lost.isPresent()) {
            return Optional.of(new NegotiationRefusal.HoldLost(until(lost.get())));
        }
        var missing = places().stream()
                .filter(place -> takesFrom(place) && !isAllowed(place))
                .map(this::shortage)
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new NegotiationRefusal.NotEnoughStock(missing));
    }

    private Instant until(ReservationId id) {
        return Optional.ofNullable(warehouse.reservations.get(id))
                .map(Reservations.Entry::expiresAt)
                .orElse(at);
    }

    private boolean takesFrom(Place place) {
        return amount(begun, place).signum() > 0 || amount(soldDirectly, place).signum() > 0;
    }

    /** What is taken must have been free: neither held for others nor safety stock. */
    private boolean isAllowed(Place place) {
        return warehouse.shelves.containsKey(place)
                && warehouse
                        .shelf(place)
                        .leavesFree(
                                warehouse.shelf(place).onHand().subtract(amount(soldDirectly, place)),
                                reservedWithoutUs(place).add(amount(begun, place)));
    }

    private BigDecimal reservedWithoutUs(Place place) {
        var ended = new HashSet<ReservationId>(given.keySet());
        warehouse.due(place, at).forEach(entry -> ended.add(entry.reservation().id()));
        return warehouse.activeAt(place).stream()
                .filter(id -> !ended.contains(id) || needed.contains(id))
                .map(id -> warehouse.entry(id).reservation().quantity().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Shortage shortage(Place place) {
        var wanted = java.util.stream.Stream.concat(begun.stream(), soldDirectly.stream())
                .filter(reservation -> reservation.place().equals(place))
                .map(Reservation::quantity)
                .reduce(Quantity::plus)
                .orElseThrow();
        var shelf = Optional.ofNullable(warehouse.shelves.get(place));
        var available = shelf.map(there -> there.level(there.reserved().subtract(reservedWithoutUs(place)))
                        .available())
                .orElse(StockAmount.none(wanted.unit()));
        return new Shortage(
                place.sku(),
                wanted,
                available,
                shelf.flatMap(there -> there.replenishment().incoming()),
                List.of());
    }

    /** Does it; only after {@link #fault} found none. */
    void apply() {
        var before = new TreeMap<Place, StockAmount>();
        places().forEach(place -> before.put(place, warehouse.availableAt(place, at)));
        given.forEach(this::give);
        accepted.next().stock().held().ifPresent(held -> {
            if (!needed.isEmpty()) {
                needed.forEach(id -> warehouse.reschedule(id, held.expiresAt()));
            }
        });
        soldHeld.forEach(this::sell);
        before.keySet()
                .forEach(place -> warehouse.expire(place, accepted.change().by(), at));
        begun.forEach(this::begin);
        soldDirectly.forEach(this::sellDirectly);
        returned.forEach(this::takeBack);
        before.forEach((place, available) ->
                warehouse.shelf(place).alert(available, at).ifPresent(warehouse::alert));
    }

    /** What was due has expired, whatever it is given back for. */
    private void give(ReservationId id, ReleaseReason given) {
        if (warehouse.isActive(id)) {
            var entry = warehouse.entry(id);
            var reason = at.isBefore(entry.expiresAt()) ? given : ReleaseReason.EXPIRED;
            var status = reason == ReleaseReason.EXPIRED ? Reservation.Status.EXPIRED : Reservation.Status.CANCELLED;
            warehouse.end(id, status, Optional.of(reason));
            var back = value(entry.reservation()).negate();
            move(entry.reservation(), BigDecimal.ZERO, back, MovementType.RELEASE, reason.name());
        }
    }

    private void begin(Reservation reservation) {
        keep(reservation, Reservation.Status.ACTIVE);
        move(reservation, BigDecimal.ZERO, value(reservation), MovementType.RESERVATION, "");
    }

    private void sell(Reservation reservation) {
        warehouse.end(reservation.id(), Reservation.Status.CONVERTED, Optional.empty());
        var leaving = value(reservation).negate();
        move(reservation, leaving, leaving, MovementType.SALE, "");
    }

    private void sellDirectly(Reservation reservation) {
        keep(reservation, Reservation.Status.CONVERTED);
        move(reservation, value(reservation).negate(), BigDecimal.ZERO, MovementType.SALE, "");
    }

    /** Goods that come back open their location again: an archived one is empty. */
    private void takeBack(Reservation reservation) {
        warehouse.locations.computeIfPresent(
                reservation.place().location(),
                (code, location) -> new StockLocation(code, location.kind(), location.name(), false));
        move(reservation, value(reservation), BigDecimal.ZERO, MovementType.RETURN, "");
    }

    private void keep(Reservation reservation, Reservation.Status status) {
        var expiresAt =
                accepted.next().stock().held().map(held -> held.expiresAt()).orElse(at);
        warehouse.begin(
                new Reservations.Entry(accepted.next().id(), reservation, status, at, expiresAt, Optional.empty()));
    }

    private void move(
            Reservation reservation, BigDecimal onHand, BigDecimal reserved, MovementType type, String reason) {
        warehouse
                .shelf(reservation.place())
                .move(
                        onHand,
                        reserved,
                        new Shelf.Note(
                                type,
                                Optional.of(reservation.id()),
                                reason,
                                accepted.change().by(),
                                at));
    }

    private Set<Place> places() {
        var places = new TreeSet<Place>();
        for (var reservations : List.of(begun, soldHeld, soldDirectly, returned)) {
            reservations.forEach(reservation -> places.add(reservation.place()));
        }
        given.keySet().stream()
                .filter(warehouse.reservations::containsKey)
                .forEach(id -> places.add(warehouse.entry(id).reservation().place()));
        return places;
    }

    private static BigDecimal amount(List<Reservation> reservations, Place place) {
        return reservations.stream()
                .filter(reservation -> reservation.place().equals(place))
                .map(StockSettlement::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Reservation reservation) {
        return reservation.quantity().value();
    }
}
