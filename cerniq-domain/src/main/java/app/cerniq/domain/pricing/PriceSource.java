package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import java.util.Optional;

/**
 * Where a step of a price comes from.
 *
 * @param name of the price list or rule, or who gave it
 * @param version of the offering or rule; 0 where the source has none
 * @param rule empty unless it is a price rule
 */
public record PriceSource(String name, int version, Optional<PriceRuleId> rule) {

    static final PriceSource SELLER = new PriceSource("the seller", 0, Optional.empty());
    static final PriceSource QUOTE = new PriceSource("the whole quote", 0, Optional.empty());
    static final PriceSource BARGAIN = new PriceSource("an offer", 0, Optional.empty());
    static final PriceSource COIN = new PriceSource("half up to the smallest coin", 0, Optional.empty());

    static PriceSource list(PricedOffering offering) {
        return new PriceSource(offering.priceList(), offering.version(), Optional.empty());
    }

    static PriceSource rule(PriceRule rule) {
        return new PriceSource(rule.name(), rule.version(), Optional.of(rule.id()));
    }
}
