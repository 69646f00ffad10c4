package app.cerniq.testkit.memory;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.ReservationId;
import app.cerniq.domain.stock.StockAlert;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockDifference;
import app.cerniq.domain.stock.StockLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counters of one place and their ledger. Not thread-safe: {@link InMemoryStock} locks. */
final class Shelf {

    /** Who changes a counter, when and why. */
    record Note(MovementType type, Optional<ReservationId> reservation, String reason, ActorRef by, Instant at) {}

    private final Place place;
    private final Unit unit;
    private final List<Movement> movements = new ArrayList<>();
    private BigDecimal onHand = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;
    private Replenishment replenishment;
    private boolean isChangedSinceSync;

    Shelf(Place place, Unit unit) {
        this.place = place;
        this.unit = unit;
        this.replenishment = Replenishment.standard(unit);
    }

    Unit unit() {
        return unit;
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal reserved() {
        return reserved;
    }

    Replenishment replenishment() {
        return replenishment;
    }

    List<Movement> movements() {
        return movements;
    }

    void replenish(Replenishment next) {
        replenishment = next;
    }

    /** Whether so much may be reserved while so much is on hand. */
    boolean allows(BigDecimal nextOnHand, BigDecimal nextReserved) {
        var promisable =
                nextOnHand.subtract(replenishment.safetyStock().value()).max(BigDecimal.ZERO);
        return nextOnHand.signum() >= 0 && nextReserved.compareTo(promisable) <= 0;
    }

    /** Whether so much could be held while so much was on hand, without touching the safety stock. */
    boolean leavesFree(BigDecimal nextOnHand, BigDecimal nextReserved) {
        return nextOnHand
                        .subtract(nextReserved)
                        .subtract(replenishment.safetyStock().value())
                        .signum()
                >= 0;
    }

    void move(BigDecimal onHandChange, BigDecimal reservedChange, Note note) {
        onHand = onHand.add(onHandChange);
        reserved = reserved.add(reservedChange);
        if (note.type() == MovementType.SYNC) {
            isChangedSinceSync = false;
        } else if (onHandChange.signum() != 0) {
            isChangedSinceSync = true;
        }
        movements.add(new Movement(
                place,
                movements.size() + 1L,
                note.type(),
                new StockDifference(onHandChange, unit),
                new StockDifference(reservedChange, unit),
                new StockAmount(onHand, unit),
                new StockAmount(reserved, unit),
                note.reservation(),
                note.reason(),
                note.by(),
                note.at()));
    }

    /** The level as if these reservations, whose time is up, had been ended. */
    StockLevel level(BigDecimal due) {
        return new StockLevel(
                place,
                new StockAmount(onHand, unit),
                new StockAmount(reserved.subtract(due), unit),
                replenishment,
                isChangedSinceSync);
    }

    /** The alert for having fallen to the threshold since so much was available; empty where it was not crossed. */
    Optional<StockAlert> alert(StockAmount availableBefore, Instant at) {
        var level = level(BigDecimal.ZERO);
        return replenishment.lowThreshold().isBelow(availableBefore) && level.isLow()
                ? Optional.of(
                        new StockAlert(place, movements.size(), level.available(), replenishment.lowThreshold(), at))
                : Optional.empty();
    }
}
