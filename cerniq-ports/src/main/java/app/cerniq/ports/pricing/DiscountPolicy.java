package app.cerniq.ports.pricing;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Decision;

/** Who has to agree to a price. Thread-safe. */
public interface DiscountPolicy {

    /** The tier that decides; never undefined: every question has exactly one answer. */
    Decision<DiscountTier> decide(DiscountQuestion question);
}
