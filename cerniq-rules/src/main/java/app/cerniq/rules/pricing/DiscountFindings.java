package app.cerniq.rules.pricing;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about a price. */
public final class DiscountFindings extends Findings<DiscountTier> {

    /** This tier decides. */
    public void tier(DiscountTier tier) {
        report(tier);
    }
}
