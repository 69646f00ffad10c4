package app.cerniq.testkit.stock;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Movement;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.ports.stock.Inventory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counters of one place, worked out again from its ledger alone, as far as that was read. */
final class LedgerReplay {

    private static final int PAGE = 1_000;

    private final Place place;
    private StockAmount onHand;
    private StockAmount reserved;
    private long number;

    LedgerReplay(Place place, Unit unit) {
        this.place = place;
        this.onHand = StockAmount.none(unit);
        this.reserved = StockAmount.none(unit);
    }

    /** Reads what is new; every fault of it. */
    List<String> goOn(Inventory inventory, TenantId tenant) {
        var faults = new ArrayList<String>();
        List<Movement> page;
        do {
            page = inventory.movements(tenant, place, number, PAGE);
            page.forEach(movement -> fault(movement).ifPresent(faults::add));
        } while (page.size() == PAGE);
        return faults;
    }

    private Optional<String> fault(Movement movement) {
        var follows = movement.number() == number + 1
                && after(onHand, movement.onHand().value()).equals(Optional.of(movement.onHandAfter()))
                && after(reserved, movement.reserved().value()).equals(Optional.of(movement.reservedAfter()));
        number = movement.number();
        onHand = movement.onHandAfter();
        reserved = movement.reservedAfter();
        if (!follows) {
            return Optional.of("LEDGER: " + movement + " does not follow from the one before.");
        }
        return onHand.isBelow(reserved)
                ? Optional.of("OVERSOLD: after " + movement + " more is held than is there.")
                : Optional.empty();
    }

    private static Optional<StockAmount> after(StockAmount before, BigDecimal difference) {
        var value = before.value().add(difference);
        return value.signum() < 0 ? Optional.empty() : Optional.of(new StockAmount(value, before.unit()));
    }

    /** Whether the counters are what the ledger says. */
    Optional<String> compare(StockLevel level) {
        return onHand.equals(level.onHand()) && reserved.equals(level.reserved())
                ? Optional.empty()
                : Optional.of("LEDGER: " + place + " replays to " + onHand + " and " + reserved + " held, but "
                        + level.onHand() + " and " + level.reserved() + " are kept.");
    }
}
