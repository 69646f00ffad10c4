package app.cerniq.domain.guardrail;

import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.StockAmount;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** The same quantity in another unit: a tonne is a thousand kilograms, and nothing else is ever converted. */
final class Measures {

    private static final BigDecimal KILOGRAMS = BigDecimal.valueOf(1000);

    private Measures() {}

    static boolean equal(Quantity one, Quantity other) {
        return in(other.unit(), one.value(), one.unit())
                .filter(value -> value.compareTo(other.value()) == 0)
                .isPresent();
    }

    /** How what there is compares with a quantity; empty where the units have nothing to do with one another. */
    static OptionalInt compare(StockAmount there, Quantity quantity) {
        var value = in(there.unit(), quantity.value(), quantity.unit());
        return value.isPresent() ? OptionalInt.of(there.value().compareTo(value.get())) : OptionalInt.empty();
    }

    /** Whether two prices per unit are one. */
    static boolean equalPrices(Money one, Unit per, Money other, Unit otherPer) {
        // A price per unit goes the other way: per kilogram it is a thousandth of that per tonne.
        return one.currency().equals(other.currency())
                && in(per, one.amount(), otherPer)
                        .filter(value -> value.compareTo(other.amount()) == 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> in(Unit wanted, BigDecimal value, Unit given) {
        if (wanted == given) {
            return Optional.of(value);
        }
        if (wanted == Unit.KILOGRAM && given == Unit.TONNE) {
            return Optional.of(value.multiply(KILOGRAMS));
        }
        return wanted == Unit.TONNE && given == Unit.KILOGRAM ? Optional.of(value.movePointLeft(3)) : Optional.empty();
    }
}
