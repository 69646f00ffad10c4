package app.cerniq.ports.pricing;

import app.cerniq.domain.pricing.DiscountLimits;
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
 */
public record DiscountQuestion(
        int requested,
        int automatic,
        int manager,
        int maximum,
        boolean belowFloor,
        boolean costKnown,
        boolean belowCost,
        boolean belowCostByCeo) {

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
