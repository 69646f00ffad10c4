package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;

/**
 * How far a discount may go before somebody else has to agree; a tenant may override each figure. Each band contains
 * its upper edge: exactly {@code automatic} is still automatic.
 *
 * @param automatic granted by the rules, 15 % unless overridden
 * @param manager granted by a sales manager, 30 %
 * @param maximum granted by a director, 40 %; above it nobody may
 * @param belowCostByCeo whether a price below cost may be put before the CEO; otherwise it is refused
 */
public record DiscountLimits(Percentage automatic, Percentage manager, Percentage maximum, boolean belowCostByCeo) {

    /** The figures of the source document (001), as the specification resolves them. */
    public static final DiscountLimits STANDARD =
            new DiscountLimits(Percentage.of("15"), Percentage.of("30"), Percentage.of("40"), false);

    public DiscountLimits {
        if (automatic.exceeds(manager) || manager.exceeds(maximum)) {
            throw new IllegalArgumentException("Discount limits must rise: automatic " + automatic + ", manager "
                    + manager + ", maximum " + maximum + ".");
        }
    }
}
