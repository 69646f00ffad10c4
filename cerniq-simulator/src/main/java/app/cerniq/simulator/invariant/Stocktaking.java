package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.NegotiationEvent.StockReturned;
import app.cerniq.domain.negotiation.NegotiationEvent.StockSold;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booking;
import app.cerniq.simulator.world.Company;
import app.cerniq.simulator.world.Seen;
import app.cerniq.simulator.world.World;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A second set of books of what is on hand: every booking counts once, however often it was made. */
final class Stocktaking {

    private static final int ALL = 10_000;

    private record Keyed(TenantId tenant, String key) {}

    private record Shelf(TenantId tenant, Place place) {}

    private final Storage storage;
    private final List<TenantId> tenants;
    private final Map<Shelf, BigDecimal> onHand = new HashMap<>();
    private final Set<Keyed> booked = new HashSet<>();

    Stocktaking(World world) {
        this.storage = world.storage();
        this.tenants = world.companies().stream().map(Company::tenant).toList();
        tenants.forEach(tenant -> levels(tenant).forEach(onHand::put));
    }

    private Map<Shelf, BigDecimal> levels(TenantId tenant) {
        var levels = new HashMap<Shelf, BigDecimal>();
        storage.stockLevels()
                .page(tenant, Optional.empty(), Optional.empty(), ALL, Instant.EPOCH)
                .forEach(level -> levels.put(
                        new Shelf(tenant, level.place()), level.onHand().value()));
        return levels;
    }

    /** Takes over what happened in a turn, and compares the places that it is about. */
    List<String> follow(Moment moment) {
        var touched = new LinkedHashSet<TenantId>();
        // In the order of the calls: a count sets what a sale before it has lowered.
        for (var call : moment.calls()) {
            if (call.is("inventory.book")) {
                var booking = (Booking) call.call().arguments().get(0);
                touched.add(booking.tenant());
                book(call, booking);
            }
            DealBook.commit(call)
                    .ifPresent(commit -> moment.changes().stream()
                            .filter(change -> change.by().filter(call::equals).isPresent())
                            .filter(this::moves)
                            .forEach(change ->
                                    touched.add(change.change().negotiation().tenant())));
        }
        return touched.stream().flatMap(tenant -> compare(tenant).stream()).toList();
    }

    private boolean moves(DealChange change) {
        var tenant = change.change().negotiation().tenant();
        var isSale = new ArrayList<Reservation>();
        change.events(StockSold.class).forEach(sold -> isSale.addAll(sold.all()));
        isSale.forEach(gone -> add(tenant, gone.place(), gone.quantity().value().negate()));
        var isBack = new ArrayList<Reservation>();
        change.events(StockReturned.class).forEach(returned -> isBack.addAll(returned.returned()));
        isBack.forEach(back -> add(tenant, back.place(), back.quantity().value()));
        return !isSale.isEmpty() || !isBack.isEmpty();
    }

    private void book(Seen call, Booking booking) {
        var isDone = call.answer() instanceof Either<?, ?> answer && answer.isRight();
        if (isDone && booked.add(new Keyed(booking.tenant(), booking.key().value()))) {
            booking.entries().forEach(entry -> enter(booking.tenant(), entry));
        }
    }

    private void enter(TenantId tenant, Booking.Entry entry) {
        if (entry instanceof Booking.Counted counted) {
            onHand.put(new Shelf(tenant, counted.place()), counted.onHand().value());
        } else if (entry instanceof Booking.Received received) {
            add(tenant, received.place(), received.quantity().value());
        } else if (entry instanceof Booking.Transferred carried) {
            Quantity quantity = carried.quantity();
            add(tenant, carried.place(), quantity.value().negate());
            add(tenant, carried.to(), quantity.value());
        }
    }

    private void add(TenantId tenant, Place place, BigDecimal value) {
        onHand.merge(new Shelf(tenant, place), value, BigDecimal::add);
    }

    List<String> compare() {
        return tenants.stream().flatMap(tenant -> compare(tenant).stream()).toList();
    }

    private List<String> compare(TenantId tenant) {
        return levels(tenant).entrySet().stream()
                .filter(level -> level.getValue().compareTo(onHand.getOrDefault(level.getKey(), BigDecimal.ZERO)) != 0)
                .map(level ->
                        "Of " + level.getKey().place() + " " + level.getValue().toPlainString()
                                + " are on hand, but bookings and sales, each counted once, give "
                                + Objects.requireNonNullElse(onHand.get(level.getKey()), BigDecimal.ZERO)
                                        .toPlainString()
                                + ".")
                .toList();
    }
}
