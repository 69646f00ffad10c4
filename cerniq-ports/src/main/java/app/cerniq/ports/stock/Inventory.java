package app.cerniq.ports.stock;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockRefusal;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/** The warehouse's own book: every change of what is on hand or reserved is a movement in it. */
public interface Inventory {

    /**
     * Books all entries and their movements, or nothing. Raises an alert for every place that this brings down to its
     * threshold.
     *
     * @return what was booked, also where the same booking was made before under the same key; or {@link
     *     StockRefusal.UnknownTenant}, {@link StockRefusal.UnknownSku}, {@link StockRefusal.NotKept}, {@link
     *     StockRefusal.UnknownLocation}, {@link StockRefusal.WrongUnit}, {@link StockRefusal.BelowReserved}, {@link
     *     StockRefusal.NotEnoughThere}, {@link StockRefusal.PlaceTwice} or {@link StockRefusal.IdempotencyKeyReused}
     */
    Either<StockRefusal, Booked> book(Booking booking);

    /**
     * Sets safety stock, thresholds and what is on its way of one place. Setting the same again has no second effect.
     *
     * @return the level after it; or {@link StockRefusal.UnknownTenant}, {@link StockRefusal.UnknownSku}, {@link
     *     StockRefusal.NotKept}, {@link StockRefusal.UnknownLocation}, {@link StockRefusal.WrongUnit}, or {@link
     *     StockRefusal.BelowReserved} where the safety stock would take what is held for deals
     */
    Either<StockRefusal, StockLevel> replenish(
            TenantId tenant, Place place, Replenishment replenishment, ActorRef by, Instant at);

    /** The ledger of one place after a number, oldest first; from the beginning after 0. At most {@code limit} rows. */
    List<Movement> movements(TenantId tenant, Place place, long after, int limit);

    /** Alerts raised from an instant on, oldest first; at most {@code limit}. */
    List<StockAlert> alerts(TenantId tenant, Instant from, int limit);

    /** Every counter that does not agree with its ledger or its reservations; none in a sound store. */
    List<Drift> drifts(TenantId tenant);

    /**
     * Sets every counter that has drifted to what the ledger (on hand) and the reservations (reserved) say, with a
     * movement of type REPAIR where the ledger has to follow.
     *
     * @return the drifts that were there
     */
    List<Drift> repair(TenantId tenant, ActorRef by, Instant at);
}
