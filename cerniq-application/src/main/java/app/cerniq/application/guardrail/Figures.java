package app.cerniq.application.guardrail;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.MarginBands;
import java.util.Map;

/**
 * What the tenant lays down about the prices of some goods.
 *
 * @param ofTenant the limits where a product has none of its own
 */
public record Figures(DiscountLimits ofTenant, Map<Sku, DiscountLimits> limits, Map<Sku, MarginBands> margins) {

    public Figures {
        limits = Map.copyOf(limits);
        margins = Map.copyOf(margins);
    }

    /** No product has anything of its own. */
    public static Figures of(DiscountLimits ofTenant) {
        return new Figures(ofTenant, Map.of(), Map.of());
    }

    DiscountLimits limits(Sku sku) {
        return limits.getOrDefault(sku, ofTenant);
    }

    MarginBands margins(Sku sku) {
        return margins.getOrDefault(sku, MarginBands.STANDARD);
    }
}
