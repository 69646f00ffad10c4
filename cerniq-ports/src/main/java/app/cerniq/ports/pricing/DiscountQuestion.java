package app.cerniq.ports.pricing;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Percentage;

/**
 * Who has to agree to this price? Percentages in basis points (1,500 is 15 %), so that rules compare whole numbers.
 *
 * @param requested the discount from the list price, 0 to 10,000
 * @param automatic the most that needs nobody, 0 to {@code manager}
 * @param manager the most that a sales manager grants, up to {@code maximum}
 * @param maximum the most that anybody grants, up to 10,000
 * @param belowFloor whether the offered unit price is below the floor price
 * @param costKnown whether the cost of the product is known at all
 * @param belowCost whether the offered unit price is below a known cost
 * @param belowCostByCeo whether the tenant lets the CEO approve a price below cost
 * @param entitled how much of a discount the price rules give, so that nobody has to agree to it, 0 to {@code maximum};
 *     0 where the price is not sound
 * @param thinMargin whether the cost is known and less than the least margin is left
 */
public record DiscountQuestion(
        int requested,
        int automatic,
        int manager,
        int maximum,
        boolean belowFloor,
        boolean costKnown,
        boolean belowCost,
        boolean belowCostByCeo,
        int entitled,
        boolean thinMargin) {

    private static final int EVERYTHING = 10_000;

    public DiscountQuestion {
        if (requested < 0 || requested > EVERYTHING) {
            throw new IllegalArgumentException(
                    "A discount is 0 to " + EVERYTHING + " basis points, not " + requested + ".");
        }
        if (automatic < 0 || automatic > manager || manager > maximum || maximum > EVERYTHING) {
            throw new IllegalArgumentException("Discount limits must rise from 0 to " + EVERYTHING
                    + " basis points: automatic " + automatic + ", manager " + manager + ", maximum " + maximum + ".");
        }
        if (entitled < 0 || entitled > maximum) {
            throw new IllegalArgumentException(
                    "An entitlement is 0 to the maximum of " + maximum + " basis points, not " + entitled + ".");
        }
        if (entitled > 0 && (belowFloor || belowCost || thinMargin)) {
            throw new IllegalArgumentException("No price rule entitles to a price below floor, cost or least margin.");
        }
        if (thinMargin && !costKnown) {
            throw new IllegalArgumentException("Where the cost is unknown, so is the margin.");
        }
    }

    /** The question for a discount that no price rule has a part in. */
    public DiscountQuestion(
            int requested,
            int automatic,
            int manager,
            int maximum,
            boolean belowFloor,
            boolean costKnown,
            boolean belowCost,
            boolean belowCostByCeo) {
        this(requested, automatic, manager, maximum, belowFloor, costKnown, belowCost, belowCostByCeo, 0, false);
    }

    /** The question for a line as it would stand. */
    public static DiscountQuestion of(QuoteLine line, DiscountLimits limits, MarginBands margins) {
        var thin = line.margin().map(margin -> margin.isBelow(margins.least())).orElse(false);
        var sound = !line.isBelowFloor() && !line.isBelowCost() && !thin;
        var entitled =
                sound ? Math.min(line.entitled().basisPoints(), limits.maximum().basisPoints()) : 0;
        return new DiscountQuestion(
                line.discount().basisPoints(),
                limits.automatic().basisPoints(),
                limits.manager().basisPoints(),
                limits.maximum().basisPoints(),
                line.isBelowFloor(),
                line.offering().cost().isPresent(),
                line.isBelowCost(),
                limits.belowCostByCeo(),
                entitled,
                thin);
    }

    /** The question for one requested discount under the limits in force. */
    public static DiscountQuestion of(
            Percentage requested, DiscountLimits limits, boolean belowFloor, boolean costKnown, boolean belowCost) {
        return new DiscountQuestion(
                requested.basisPoints(),
                limits.automatic().basisPoints(),
                limits.manager().basisPoints(),
                limits.maximum().basisPoints(),
                belowFloor,
                costKnown,
                belowCost,
                limits.belowCostByCeo());
    }
}
