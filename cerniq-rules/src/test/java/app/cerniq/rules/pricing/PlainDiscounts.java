package app.cerniq.rules.pricing;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.ports.pricing.DiscountQuestion;

/** The discount tiers once more, as the specification words them and in another order than the rules: the oracle. */
final class PlainDiscounts {

    private PlainDiscounts() {}

    static DiscountTier tier(DiscountQuestion question) {
        if (question.requested() > question.maximum()) {
            return DiscountTier.REFUSED;
        }
        if (question.belowCost()) {
            return question.belowCostByCeo() ? DiscountTier.CEO : DiscountTier.REFUSED;
        }
        if (question.requested() > 0 && question.requested() <= question.entitled()) {
            return DiscountTier.AUTO;
        }
        var doubtful = !question.costKnown() || question.thinMargin();
        var somebodyMustLook = question.belowFloor() || (doubtful && question.requested() > 0);
        return band(question).stricter(somebodyMustLook ? DiscountTier.MANAGER : DiscountTier.AUTO);
    }

    private static DiscountTier band(DiscountQuestion question) {
        if (question.requested() <= question.automatic()) {
            return DiscountTier.AUTO;
        }
        return question.requested() <= question.manager() ? DiscountTier.MANAGER : DiscountTier.DIRECTOR;
    }
}
