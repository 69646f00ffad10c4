package app.cerniq.testkit.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Reservations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold of the goods of one tenant. Every fault is a sentence; no fault, no sentence. A look reads only what is
 * new in the ledger, so that it can be taken after every step; not thread-safe, but others may work on the store.
 */
public final class StockInvariants {

    private static final int PAGE = 10_000;

    /** No hold is over yet, so that a level at this instant shows the counters as they are kept. */
    private static final Instant BEFORE_EVERYTHING = Instant.EPOCH;

    private final Storage storage;
    private final TenantId tenant;
    private final Map<Place, LedgerReplay> replays = new HashMap<>();

    public StockInvariants(Storage storage, TenantId tenant) {
        this.storage = storage;
        this.tenant = tenant;
    }

    /**
     * I1 now and after every movement since the last look, and a ledger without gaps in which every row follows from the
     * one before. True at any moment, also while others work.
     */
    public List<String> look() {
        var faults = new ArrayList<String>();
        for (var level : levels()) {
            oversold(level).ifPresent(faults::add);
            faults.addAll(replayOf(level).goOn(storage.inventory(), tenant));
        }
        return faults;
    }

    /**
     * Everything, while nobody works: the counters are what the ledger replays to and what the reservations add up to, and
     * every deal holds what its quote says (I2).
     *
     * @param at the latest instant of all clocks: one that is behind may think that a hold still lives
     */
    public List<String> audit(Collection<NegotiationId> deals, Instant at) {
        var faults = new ArrayList<>(look());
        levels().forEach(level -> replayOf(level).compare(level).ifPresent(faults::add));
        storage.inventory().drifts(tenant).forEach(drift -> faults.add("DRIFTED: " + drift));
        faults.addAll(held(deals, at));
        return faults;
    }

    /**
     * I2 alone: these deals hold what their quotes say, and the store holds it for them.
     *
     * @param at the latest instant of all clocks
     */
    public List<String> held(Collection<NegotiationId> deals, Instant at) {
        var faults = new ArrayList<String>();
        deals.forEach(id -> storage.negotiations().find(id).ifPresent(deal -> faults.addAll(held(deal, at))));
        return faults;
    }

    /** Sweeps until nothing more is due at an instant after every hold; what is still reserved then is held for nobody. */
    public List<String> leaks(ActorRef by, Instant end) {
        int ended;
        do {
            ended = storage.reservations().releaseExpired(tenant, by, end, PAGE);
        } while (ended == PAGE);
        return levels().stream()
                .filter(level -> !level.reserved().isNone())
                .map(level -> "LEAKED: of " + level.place() + " " + level.reserved() + " are held for nobody.")
                .toList();
    }

    private static Optional<String> oversold(StockLevel level) {
        var promisable = level.onHand().lessAtMost(level.replenishment().safetyStock());
        return promisable.isBelow(level.reserved())
                ? Optional.of("OVERSOLD: of " + level.place() + " " + level.reserved() + " are held, but only "
                        + promisable + " can be.")
                : Optional.empty();
    }

    private LedgerReplay replayOf(StockLevel level) {
        return replays.computeIfAbsent(level.place(), place -> new LedgerReplay(place, level.unit()));
    }

    private List<String> held(Negotiation deal, Instant at) {
        var faults = new ArrayList<String>();
        var holding = deal.heldAt(at);
        var says = holding.map(Holding::reservations).map(Set::copyOf).orElse(Set.of());
        var entries = storage.reservations().of(deal.id());
        var live = withStatus(entries, Reservation.Status.ACTIVE, at);
        if (!says.equals(live)) {
            faults.add("UNFAITHFUL: " + deal.id() + " says that " + says + " are held, but " + live + " are.");
        }
        if (holding.isPresent() && !quantities(says).equals(quoted(deal, at))) {
            faults.add("UNQUOTED: for " + deal.id() + " " + quantities(says) + " are held, but " + quoted(deal, at)
                    + " are quoted.");
        }
        if (!withStatus(entries, Reservation.Status.CONVERTED, BEFORE_EVERYTHING)
                .containsAll(deal.stock().sold())) {
            faults.add("UNSOLD: " + deal.id() + " says that it sold "
                    + deal.stock().sold() + ".");
        }
        return faults;
    }

    private static Set<Reservation> withStatus(
            List<Reservations.Entry> entries, Reservation.Status status, Instant at) {
        return entries.stream()
                .filter(entry -> entry.status() == status
                        && (status != Reservation.Status.ACTIVE || at.isBefore(entry.expiresAt())))
                .map(Reservations.Entry::reservation)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Sku, Quantity> quantities(Set<Reservation> reservations) {
        return reservations.stream()
                .collect(Collectors.toUnmodifiableMap(Reservation::sku, Reservation::quantity, Quantity::plus));
    }

    /** What the quote says of goods that are kept in stock. */
    private Map<Sku, Quantity> quoted(Negotiation deal, Instant at) {
        var lines = deal.bargain().lines();
        var positions = storage.stockLevels()
                .positions(tenant, lines.stream().map(QuoteLine::sku).toList(), at);
        return lines.stream()
                .filter(line -> Optional.ofNullable(positions.get(line.sku()))
                        .filter(position -> position.isKept())
                        .isPresent())
                .collect(Collectors.toUnmodifiableMap(QuoteLine::sku, QuoteLine::quantity));
    }

    private List<StockLevel> levels() {
        var all = new ArrayList<StockLevel>();
        var last = Optional.<Place>empty();
        List<StockLevel> page;
        do {
            page = storage.stockLevels().page(tenant, Optional.empty(), last, PAGE, BEFORE_EVERYTHING);
            all.addAll(page);
            last = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).place());
        } while (page.size() == PAGE);
        return all;
    }
}
