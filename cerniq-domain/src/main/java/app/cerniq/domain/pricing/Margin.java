package app.cerniq.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is left of a price after cost, in percent points of the price; below zero where the sale loses money.
 *
 * @param points -999.99 (or worse) to 100, two decimals
 */
public record Margin(BigDecimal points) {

    private static final BigDecimal WORST = new BigDecimal("-999.99");

    public Margin {
        if (points.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("A margin is at most 100 percent points, not " + points + ".");
        }
        points = points.max(WORST).setScale(2, RoundingMode.FLOOR);
    }

    /** Whether the sale loses money. */
    public boolean isLoss() {
        return points.signum() < 0;
    }

    @Override
    public String toString() {
        return points.stripTrailingZeros().toPlainString() + " %";
    }
}
