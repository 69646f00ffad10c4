package app.cerniq.simulator.invariant;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.MarginBands;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Percentage;

/** Who has to agree to a price, said a second time and without rules, so that the rules can be held against it. */
final class Tiers {

    private Tiers() {}

    static DiscountTier of(QuoteLine line, DiscountLimits limits, MarginBands margins) {
        if (line.discount().exceeds(limits.maximum())) {
            return DiscountTier.REFUSED;
        }
        if (line.isBelowCost()) {
            return limits.belowCostByCeo() ? DiscountTier.CEO : DiscountTier.REFUSED;
        }
        if (!line.isBelowFloor() && isAutomatic(line, limits, isThin(line, margins))) {
            return DiscountTier.AUTO;
        }
        return line.discount().exceeds(limits.manager()) ? DiscountTier.DIRECTOR : DiscountTier.MANAGER;
    }

    private static boolean isAutomatic(QuoteLine line, DiscountLimits limits, boolean isThin) {
        var isKnownToPay = line.offering().cost().isPresent() && !isThin;
        return line.discount().equals(Percentage.ZERO)
                || (!isThin && !line.discount().exceeds(line.entitled()))
                || (isKnownToPay && !line.discount().exceeds(limits.automatic()));
    }

    private static boolean isThin(QuoteLine line, MarginBands margins) {
        return line.margin().filter(margin -> margin.isBelow(margins.least())).isPresent();
    }
}
