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
    /** What the story asks a manager for: never below cost. */
    static final Percentage ASKED = Percentage.of("20");
    /** What the story gives away without asking: never below the floor. */
    static final Percentage FREE = Percentage.of("10");

    private static final Money DEAREST = Money.ron("6000.00");
    private static final BigDecimal FEWEST = BigDecimal.valueOf(20);
    private static final BigDecimal MOST = BigDecimal.valueOf(400);

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
        var stocked = Optional.ofNullable(catalogue.onHand().get(offering.sku()))
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
        var lowest = list.less(ASKED, Rounding.HALF_UP);
        return list.isBelow(DEAREST)
                && offering.cost().map(cost -> !lowest.isBelow(cost)).orElse(false)
                && !list.less(FREE, Rounding.HALF_UP).isBelow(offering.floorPrice())
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
        var some = stocked(offering)
                .value()
                .divide(BigDecimal.TEN, 0, RoundingMode.CEILING)
                .min(MOST);
        return new Quantity(some, offering.unit());
    }

    /** Three quarters of all there is: more than lies in one place. */
    Quantity most(PricedOffering offering) {
        return share(offering, "0.75");
    }

    /** More than there is. */
    Quantity tooMuch(PricedOffering offering) {
        return stocked(offering).plus(Quantity.of("1", offering.unit()));
    }

    /** What a small customer wants. */
    Quantity few(PricedOffering offering) {
        return share(offering, "0.04");
    }

    /** Something of the same family as the third product, with enough of it for a small customer; empty where there is none. */
    Optional<PricedOffering> substitute() {
        var wanted = few(third());
        return catalogue.offerings().stream()
                .filter(other -> !goods.contains(other) && other.unit() == third().unit())
                .filter(other -> family(other).equals(family(third())))
                .filter(other -> Optional.ofNullable(catalogue.onHand().get(other.sku()))
                        .filter(there -> !there.isBelow(wanted))
                        .isPresent())
                .findFirst();
    }

    private static String family(PricedOffering offering) {
        return offering.sku().value().split("-", 2)[0];
    }

    /** A part of all there is, in whole units and at least one. */
    Quantity share(PricedOffering offering, String part) {
        var units = stocked(offering).value().multiply(new BigDecimal(part)).setScale(0, RoundingMode.CEILING);
        return new Quantity(units, offering.unit());
    }

    private Quantity stocked(PricedOffering offering) {
        return Optional.ofNullable(catalogue.onHand().get(offering.sku())).orElseThrow();
    }
}
