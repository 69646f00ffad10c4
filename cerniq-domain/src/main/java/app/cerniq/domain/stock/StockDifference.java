package app.cerniq.domain.stock;

import app.cerniq.domain.shared.Unit;
import java.math.BigDecimal;

/**
 * By how much an amount rose or, below zero, fell.
 *
 * @param value with no more decimals than the unit allows
 */
public record StockDifference(BigDecimal value, Unit unit) {

    public StockDifference {
        value = value.setScale(unit.decimals(), java.math.RoundingMode.UNNECESSARY);
    }

    /** What has to be added to the first amount to get the second. */
    public static StockDifference between(StockAmount before, StockAmount after) {
        if (before.unit() != after.unit()) {
            throw new IllegalArgumentException("Cannot compare " + before + " with " + after + ".");
        }
        return new StockDifference(after.value().subtract(before.value()), after.unit());
    }

    /** The amount after this difference; throws {@link IllegalArgumentException} where it would fall below zero. */
    public StockAmount appliedTo(StockAmount before) {
        return new StockAmount(before.value().add(value), unit);
    }

    public boolean isNone() {
        return value.signum() == 0;
    }

    @Override
    public String toString() {
        return (value.signum() > 0 ? "+" : "")
                + (isNone() ? "0" : value.stripTrailingZeros().toPlainString()) + " " + unit.symbol();
    }
}
