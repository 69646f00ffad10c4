package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

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

    /** What is left of a price after a cost, rounded down; empty where nothing is paid, so that there is no share of it. */
    public static Optional<Margin> of(Money price, Money cost) {
        return price.isZero()
                ? Optional.empty()
                : Optional.of(new Margin(price.amount()
                        .subtract(cost.amount())
                        .movePointRight(2)
                        .divide(price.amount(), 2, RoundingMode.FLOOR)));
    }

    /** Whether it is less than so many percent points. */
    public boolean isBelow(Percentage least) {
        return points.compareTo(least.points()) < 0;
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
