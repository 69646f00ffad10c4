package app.cerniq.application.stock;

import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.application.shared.Fingerprint;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.Booked;
import app.cerniq.ports.stock.Booking;
import app.cerniq.ports.stock.Booking.Counted;
import app.cerniq.ports.stock.Booking.Entry;
import app.cerniq.ports.stock.Booking.Received;
import app.cerniq.ports.stock.Booking.Transferred;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything that can be asked of the warehouse. Goods are held for deals by asking the deal, not here. Every command
 * answers with what was done or a refusal; after a refusal nothing was written. Thread-safe; holds no state of its own.
 */
public final class StockDesk {

    private static final int LONGEST_REASON = 500;

    private final Storage storage;
    private final Clock clock;
    private final SyncingStock syncing;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public StockDesk(Storage storage, NegotiationDesk negotiations, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.syncing = new SyncingStock(storage, new DisplacingHolds(storage, negotiations));
    }

    /** Opens a location, renames one, or opens one again that was archived. */
    public Either<StockRefusal, StockLocation> openLocation(
            TenantId tenant, LocationCode code, StockLocation.Kind kind, String name) {
        return storage.locations().open(tenant, code, kind, name);
    }

    /** Archives a location in which nothing lies and nothing is held. */
    public Either<StockRefusal, StockLocation> archiveLocation(TenantId tenant, LocationCode code) {
        return storage.locations().archive(tenant, code);
    }

    public List<StockLocation> locations(TenantId tenant) {
        return storage.locations().all(tenant);
    }

    /** Books what somebody counted. */
    public Either<StockRefusal, Booked> count(
            TenantId tenant, Actor actor, String key, Map<Place, StockAmount> counted, String reason) {
        return book(
                tenant,
                actor,
                key,
                ordered(counted)
                        .map(there -> (Entry) new Counted(there.getKey(), there.getValue(), false))
                        .toList(),
                reason);
    }

    /** Books what arrived. */
    public Either<StockRefusal, Booked> receive(
            TenantId tenant, Actor actor, String key, Map<Place, Quantity> received, String reason) {
        return book(
                tenant,
                actor,
                key,
                ordered(received)
                        .map(there -> (Entry) new Received(there.getKey(), there.getValue()))
                        .toList(),
                reason);
    }

    /** Books what was carried from one place to another; only what is not held for deals can be carried away. */
    public Either<StockRefusal, Booked> transfer(
            TenantId tenant, Actor actor, String key, Place from, LocationCode to, Quantity quantity, String reason) {
        return book(tenant, actor, key, List.of(new Transferred(from, new Place(from.sku(), to), quantity)), reason);
    }

    private static <T> java.util.stream.Stream<Map.Entry<Place, T>> ordered(Map<Place, T> places) {
        return places.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private Either<StockRefusal, Booked> book(
            TenantId tenant, Actor actor, String key, List<Entry> entries, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has at most " + LONGEST_REASON + " characters, not " + reason.length() + ".");
        }
        var by = ActorRef.of(actor);
        record Asked(List<Entry> entries, String reason) {}
        return storage.inventory()
                .book(new Booking(
                        tenant,
                        entries,
                        reason,
                        by,
                        now(),
                        new IdempotencyKey(key),
                        Fingerprint.of(tenant, by, new Asked(entries, reason))));
    }

    /** Takes over what another system says is on hand; see {@link SyncOrder}. */
    public SyncReport sync(TenantId tenant, Actor actor, String key, SyncOrder order) {
        return syncing.sync(tenant, actor, new IdempotencyKey(key), order, now());
    }

    /** Sets safety stock, thresholds and what is on its way of one place. */
    public Either<StockRefusal, StockLevel> replenish(
            TenantId tenant, Actor actor, Place place, Replenishment replenishment) {
        return storage.inventory().replenish(tenant, place, replenishment, ActorRef.of(actor), now());
    }

    /** What there is of some SKUs now. */
    public Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus) {
        return storage.stockLevels().positions(tenant, skus, now());
    }

    /** The ledger of one place after a number, oldest first. */
    public List<Movement> movements(TenantId tenant, Place place, long after, int limit) {
        return storage.inventory().movements(tenant, place, after, limit);
    }

    /** The alerts raised since an instant, oldest first. */
    public List<StockAlert> alerts(TenantId tenant, Instant from, int limit) {
        return storage.inventory().alerts(tenant, from, limit);
    }

    /**
     * Cleans up reservations whose time is up, batch by batch, until there are no more. Nothing depends on it but the
     * size of what has to be read.
     *
     * @param batch how many are ended in one step, 1 to 10,000; no lock is held for longer
     * @return how many were ended
     */
    public long sweep(TenantId tenant, Actor actor, int batch) {
        var by = ActorRef.of(actor);
        var at = now();
        var all = 0L;
        int ended;
        do {
            ended = storage.reservations().releaseExpired(tenant, by, at, batch);
            all += ended;
        } while (ended == batch);
        return all;
    }

    /** Counters that do not agree with what they count; none in a sound store. */
    public List<Drift> drifts(TenantId tenant) {
        return storage.inventory().drifts(tenant);
    }

    /** Sets such counters right, and answers with what was wrong. */
    public List<Drift> repair(TenantId tenant, Actor actor) {
        return storage.inventory().repair(tenant, ActorRef.of(actor), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
