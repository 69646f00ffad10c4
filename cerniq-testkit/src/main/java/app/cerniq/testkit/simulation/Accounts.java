package app.cerniq.testkit.simulation;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.stock.Reservation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A second set of books, kept by the sellers themselves: what came in and what left, whatever the store says. */
final class Accounts {

    private final Map<Sku, BigDecimal> onHand = new ConcurrentHashMap<>();

    void in(Sku sku, Quantity quantity) {
        onHand.merge(sku, quantity.value(), BigDecimal::add);
    }

    void out(List<Reservation> sold) {
        sold.forEach(reservation ->
                onHand.merge(reservation.sku(), reservation.quantity().value().negate(), BigDecimal::add));
    }

    void back(List<Reservation> returned) {
        returned.forEach(reservation -> in(reservation.sku(), reservation.quantity()));
    }

    BigDecimal onHand(Sku sku) {
        return onHand.getOrDefault(sku, BigDecimal.ZERO);
    }
}
