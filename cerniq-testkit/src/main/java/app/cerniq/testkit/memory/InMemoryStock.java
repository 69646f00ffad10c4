package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.stock.Reservations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The warehouses of all tenants: shelves, locations, reservations. One lock for everything. */
final class InMemoryStock {

    /** What one tenant has. */
    static final class Warehouse {
        final NavigableMap<Place, Shelf> shelves = new TreeMap<>();
        final NavigableMap<LocationCode, StockLocation> locations = new TreeMap<>();
        final Map<ReservationId, Reservations.Entry> reservations = new LinkedHashMap<>();
        final Map<Place, Set<ReservationId>> active = new HashMap<>();
        final Map<NegotiationId, List<ReservationId>> byDeal = new HashMap<>();
        final List<StockAlert> alerts = new ArrayList<>();

        private final StockNotes notes;

        Warehouse(StockNotes notes) {
            this.notes = notes;
            locations.put(
                    LocationCode.PRINCIPAL,
                    new StockLocation(LocationCode.PRINCIPAL, StockLocation.Kind.WAREHOUSE, "Principal", false));
        }

        /** The shelf of a place that is known to have one. */
        Shelf shelf(Place place) {
            return Objects.requireNonNull(shelves.get(place), place::toString);
        }

        /** A reservation that is known to be there. */
        Reservations.Entry entry(ReservationId id) {
            return Objects.requireNonNull(reservations.get(id), id::toString);
        }

        Set<ReservationId> activeAt(Place place) {
            return active.getOrDefault(place, Set.of());
        }

        boolean isActive(ReservationId id) {
            return reservations.containsKey(id) && entry(id).status() == Reservation.Status.ACTIVE;
        }

        /** The reservations at a place that have not been ended, though their time is up. */
        List<Reservations.Entry> due(Place place, Instant at) {
            return activeAt(place).stream()
                    .map(this::entry)
                    .filter(entry -> !at.isBefore(entry.expiresAt()))
                    .toList();
        }

        BigDecimal dueAmount(Place place, Instant at) {
            return due(place, at).stream()
                    .map(entry -> entry.reservation().quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What can be promised of a place, whether or not anybody has swept up. */
        StockAmount availableAt(Place place, Instant at) {
            return shelf(place).level(dueAmount(place, at)).available();
        }

        void begin(Reservations.Entry entry) {
            var id = entry.reservation().id();
            reservations.put(id, entry);
            byDeal.computeIfAbsent(entry.negotiation(), deal -> new ArrayList<>())
                    .add(id);
            if (entry.status() == Reservation.Status.ACTIVE) {
                active.computeIfAbsent(entry.reservation().place(), place -> new LinkedHashSet<>())
                        .add(id);
            }
        }

        void end(ReservationId id, Reservation.Status status, Optional<ReleaseReason> why) {
            var entry = entry(id);
            reservations.put(
                    id,
                    new Reservations.Entry(
                            entry.negotiation(),
                            entry.reservation(),
                            status,
                            entry.reservedAt(),
                            entry.expiresAt(),
                            why));
            active.getOrDefault(entry.reservation().place(), new LinkedHashSet<>())
                    .remove(id);
        }

        void reschedule(ReservationId id, Instant expiresAt) {
            reservations.computeIfPresent(
                    id,
                    (same, entry) -> new Reservations.Entry(
                            entry.negotiation(),
                            entry.reservation(),
                            entry.status(),
                            entry.reservedAt(),
                            expiresAt,
                            entry.why()));
        }

        void alert(StockAlert alert) {
            alerts.add(alert);
            notes.low(alert);
        }

        /** Ends everything at a place whose time is up. */
        void expire(Place place, ActorRef by, Instant at) {
            due(place, at).forEach(entry -> expire(entry, by, at));
        }

        void expire(Reservations.Entry entry, ActorRef by, Instant at) {
            var reservation = entry.reservation();
            end(reservation.id(), Reservation.Status.EXPIRED, Optional.of(ReleaseReason.EXPIRED));
            notes.expired(entry, at);
            shelf(reservation.place())
                    .move(
                            BigDecimal.ZERO,
                            reservation.quantity().value().negate(),
                            new Shelf.Note(
                                    MovementType.RELEASE,
                                    Optional.of(reservation.id()),
                                    ReleaseReason.EXPIRED.name(),
                                    by,
                                    at));
        }
    }

    private final StockItems items;
    private final InMemoryOutbox outbox;
    private final Map<TenantId, Warehouse> warehouses = new HashMap<>();

    InMemoryStock(StockItems items, InMemoryOutbox outbox) {
        this.items = items;
        this.outbox = outbox;
    }

    /** Callers hold the lock on this. */
    Warehouse of(TenantId tenant) {
        return warehouses.computeIfAbsent(tenant, id -> new Warehouse(new StockNotes(id, outbox)));
    }

    StockItems items() {
        return items;
    }

    synchronized Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus, Instant at) {
        var warehouse = of(tenant);
        var found = new HashMap<Sku, StockPosition>();
        for (var sku : skus) {
            items.find(tenant, sku).ifPresent(item -> {
                var levels = warehouse.shelves.entrySet().stream()
                        .filter(shelf -> item.isKept() && shelf.getKey().sku().equals(sku))
                        .map(shelf -> shelf.getValue().level(warehouse.dueAmount(shelf.getKey(), at)))
                        .toList();
                found.put(sku, new StockPosition(sku, item.isKept(), item.unit(), levels));
            });
        }
        return Map.copyOf(found);
    }
}
