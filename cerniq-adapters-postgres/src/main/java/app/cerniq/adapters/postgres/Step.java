package app.cerniq.adapters.postgres;

import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.stock.Booking.Counted;
import app.cerniq.ports.stock.Booking.Entry;
import app.cerniq.ports.stock.Booking.Received;
import app.cerniq.ports.stock.Booking.Transferred;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an entry does to one counter.
 *
 * @param isCount whether the amount is what shall be there, and not what is added
 * @param isTaken whether the amount is taken away
 * @param given what the entry said, for a refusal
 */
record Step(Place place, MovementType type, boolean isCount, boolean isTaken, StockAmount amount, String given) {

    static List<Step> of(Entry entry) {
        if (entry instanceof Counted counted) {
            var type = counted.isSync() ? MovementType.SYNC : MovementType.ADJUSTMENT;
            return List.of(new Step(
                    counted.place(),
                    type,
                    true,
                    false,
                    counted.onHand(),
                    counted.onHand().toString()));
        }
        if (entry instanceof Received received) {
            var quantity = received.quantity();
            return List.of(new Step(
                    received.place(),
                    MovementType.PURCHASE,
                    false,
                    false,
                    StockAmount.of(quantity),
                    quantity.toString()));
        }
        var carried = (Transferred) entry;
        var amount = StockAmount.of(carried.quantity());
        var given = carried.quantity().toString();
        return List.of(
                new Step(carried.place(), MovementType.TRANSFER, false, true, amount, given),
                new Step(carried.to(), MovementType.TRANSFER, false, false, amount, given));
    }

    /** The amount as it is booked: below zero where it is taken away. */
    BigDecimal signed() {
        return isTaken ? amount.value().negate() : amount.value();
    }
}
