package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.math.BigDecimal;

/**
 * A positive number of units; kilograms never meet litres.
 *
 * @param value above 0 and below 1,000,000,000, with no more decimals than the unit allows
 * @param unit what is counted
 */
public record Quantity(BigDecimal value, Unit unit) {

    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    public Quantity {
        if (!fits(value, unit)) {
            throw invalid(value.toString(), unit).asException();
        }
        value = ExactDecimal.scaled(value, unit.decimals());
    }

    /** A quantity written as text, for example {@code of("2.5", TONNE)}; throws on anything {@link #parse} refuses. */
    public static Quantity of(String value, Unit unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /** Reads a plain decimal such as {@code 12.5}; refuses zero, negative and over-precise numbers. */
    public static Either<InvalidValue, Quantity> parse(String text, Unit unit) {
        return ExactDecimal.read(text)
                .filter(value -> fits(value, unit))
                .<Either<InvalidValue, Quantity>>map(value -> Either.right(new Quantity(value, unit)))
                .orElseGet(() -> Either.left(invalid(text, unit)));
    }

    private static boolean fits(BigDecimal value, Unit unit) {
        return value.signum() > 0 && value.compareTo(LIMIT) < 0 && ExactDecimal.fits(value, unit.decimals());
    }

    private static InvalidValue invalid(String given, Unit unit) {
        return new InvalidValue(
                "quantity",
                given + " " + unit.symbol(),
                "a number above 0 with at most " + unit.decimals() + " decimals of " + unit.symbol());
    }

    /** The sum; throws {@link IllegalArgumentException} where the units differ. */
    public Quantity plus(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("Cannot add " + other + " to " + this + ".");
        }
        return new Quantity(value.add(other.value), unit);
    }

    /** Whether this is less; throws {@link IllegalArgumentException} where the units differ. */
    public boolean isBelow(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("Cannot compare " + this + " with " + other + ".");
        }
        return value.compareTo(other.value) < 0;
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString() + " " + unit.symbol();
    }
}
