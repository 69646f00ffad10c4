package app.cerniq.domain.stock;

import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much there is of something: unlike a {@link Quantity} it may be nothing.
 *
 * @param value 0 or more and below 1,000,000,000, with no more decimals than the unit allows
 */
public record StockAmount(BigDecimal value, Unit unit) {

    public StockAmount {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    "There cannot be " + value.toPlainString() + " " + unit.symbol() + " of anything; the least is 0.");
        }
        value = value.signum() == 0 ? BigDecimal.ZERO.setScale(unit.decimals()) : new Quantity(value, unit).value();
    }

    /** Nothing. */
    public static StockAmount none(Unit unit) {
        return new StockAmount(BigDecimal.ZERO, unit);
    }

    /** As much as the quantity. */
    public static StockAmount of(Quantity quantity) {
        return new StockAmount(quantity.value(), quantity.unit());
    }

    /** An amount written as text; throws on anything {@link #parse} refuses. */
    public static StockAmount of(String value, Unit unit) {
        return new StockAmount(new BigDecimal(value), unit);
    }

    /** Reads a plain decimal such as {@code 12.5} or {@code 0}; refuses negative and over-precise numbers. */
    public static Either<InvalidValue, StockAmount> parse(String text, Unit unit) {
        return text.strip().matches("0+(\\.0+)?")
                ? Either.right(none(unit))
                : Quantity.parse(text, unit)
                        .map(StockAmount::of)
                        .mapLeft(refused -> new InvalidValue(
                                "stock amount",
                                refused.given(),
                                "a number of 0 or more with at most " + unit.decimals() + " decimals of "
                                        + unit.symbol()));
    }

    public boolean isNone() {
        return value.signum() == 0;
    }

    /** Whether this is enough for the quantity; throws {@link IllegalArgumentException} where the units differ. */
    public boolean covers(Quantity quantity) {
        return value.compareTo(inUnit(quantity.unit(), quantity.value())) >= 0;
    }

    public boolean isBelow(StockAmount other) {
        return value.compareTo(inUnit(other.unit, other.value)) < 0;
    }

    public StockAmount plus(StockAmount other) {
        return new StockAmount(value.add(inUnit(other.unit, other.value)), unit);
    }

    public StockAmount plus(Quantity other) {
        return plus(of(other));
    }

    /** What is left; nothing where more would be taken away than there is. */
    public StockAmount lessAtMost(StockAmount other) {
        return new StockAmount(value.subtract(inUnit(other.unit, other.value)).max(BigDecimal.ZERO), unit);
    }

    public StockAmount min(StockAmount other) {
        return isBelow(other) ? this : other;
    }

    /** This as something that can be sold; empty where it is nothing. */
    public Optional<Quantity> quantity() {
        return isNone() ? Optional.empty() : Optional.of(new Quantity(value, unit));
    }

    @Override
    public String toString() {
        return (isNone() ? "0" : value.stripTrailingZeros().toPlainString()) + " " + unit.symbol();
    }

    private BigDecimal inUnit(Unit otherUnit, BigDecimal otherValue) {
        if (unit != otherUnit) {
            throw new IllegalArgumentException("Cannot compare " + otherUnit.symbol() + " with " + unit.symbol() + ".");
        }
        return otherValue;
    }
}
