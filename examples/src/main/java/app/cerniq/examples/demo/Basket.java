package app.cerniq.examples.demo;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.examples.data.Catalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Goods of a catalogue that suit the story: in stock, and with room for a manager's discount. */
record Basket(List<PricedOffering> goods, Catalogue catalogue) {

    static final int NEEDED = 3;
    private static final Percentage ROOM = Percentage.of("20");
    private static final Money DEAREST = Money.ron("6000.00");
    private static final BigDecimal FEWEST = BigDecimal.valueOf(20);
    private static final BigDecimal MOST = BigDecimal.valueOf(40);

    /** The first goods that suit, spread over the catalogue; empty where there are too few. */
    static Optional<Basket> from(Catalogue catalogue) {
        var suiting = catalogue.offerings().stream()
                .filter(offering -> suits(offering, catalogue))
                .toList();
        if (suiting.size() < NEEDED) {
            return Optional.empty();
        }
        var step = suiting.size() / NEEDED;
        return Optional.of(new Basket(List.of(suiting.get(0), suiting.get(step), suiting.get(2 * step)), catalogue));
    }

    private static boolean suits(PricedOffering offering, Catalogue catalogue) {
        var list = offering.listPrice();
        var reduced = list.less(ROOM, Rounding.HALF_UP);
        var stocked = Optional.ofNullable(catalogue.onHand().get(offering.sku()))
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
        return list.isBelow(DEAREST)
                && offering.cost().isPresent()
                && !reduced.isBelow(offering.floorPrice())
                && stocked.compareTo(FEWEST) >= 0;
    }

    PricedOffering first() {
        return goods.get(0);
    }

    PricedOffering second() {
        return goods.get(1);
    }

    PricedOffering third() {
        return goods.get(2);
    }

    /** An amount worth bargaining for, that is in stock. */
    Quantity some(PricedOffering offering) {
        var stocked = catalogue.onHand().get(offering.sku()).value();
        var some = stocked.divide(BigDecimal.TEN, 0, RoundingMode.CEILING).min(MOST);
        return new Quantity(some, offering.unit());
    }

    /** More than there is. */
    Quantity tooMuch(PricedOffering offering) {
        var stocked = catalogue.onHand().get(offering.sku());
        return stocked.plus(Quantity.of("1", offering.unit()));
    }
}
