package app.cerniq.domain.pricing;

import static app.cerniq.domain.catalog.Goods.DRIP_TAPE;
import static app.cerniq.domain.catalog.Goods.NOZZLE;
import static app.cerniq.domain.catalog.Goods.WHEAT_SEED;
import static app.cerniq.domain.pricing.PriceRules.grant;
import static app.cerniq.domain.pricing.PriceRules.promotion;
import static app.cerniq.domain.pricing.PriceRules.stackable;
import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitlementTest {

    private static final Percentage FORTY = Percentage.of("40");

    @Test
    void of_discounts_that_compete_the_largest_counts() {
        var right = Entitlement.of(
                List.of(grant(promotion(1, "5"), "5"), grant(promotion(2, "8"), "8"), grant(promotion(3, "3"), "3")),
                FORTY);

        assertThat(right.counted()).isEqualTo(Percentage.of("8"));
    }

    @Test
    void stackable_ones_are_added() {
        var right = Entitlement.of(
                List.of(grant(promotion(1, "10"), "10"), grant(stackable(2, "5"), "5"), grant(stackable(3, "1"), "1")),
                FORTY);

        assertThat(right.counted()).isEqualTo(Percentage.of("16"));
    }

    @Test
    void what_passes_the_ceiling_is_cut_off_the_one_that_competes() {
        var right = Entitlement.of(
                List.of(grant(promotion(1, "18"), "18"), grant(stackable(2, "5"), "5")), Percentage.of("20"));

        assertThat(List.of(right.baseCounted(), right.addedCounted()))
                .containsExactly(Percentage.of("15"), Percentage.of("5"));
    }

    @Test
    void nothing_entitles_to_nothing() {
        assertThat(Entitlement.of(List.of(), FORTY)).isEqualTo(Entitlement.NONE);
    }

    @Test
    void the_ceiling_is_the_maximum_where_the_price_leaves_room() {
        var ten = new DiscountLimits(Percentage.of("1"), Percentage.of("2"), Percentage.of("10"), false);

        assertThat(Entitlement.ceiling(WHEAT_SEED, ten, MarginBands.STANDARD)).isEqualTo(Percentage.of("10"));
    }

    @Test
    void the_ceiling_is_the_floor() {
        assertThat(Entitlement.ceiling(WHEAT_SEED, DiscountLimits.STANDARD, MarginBands.STANDARD))
                .isEqualTo(Percentage.of("28")); // 250.00 to 180.00
    }

    @Test
    void the_ceiling_is_what_leaves_the_least_margin() {
        var half = new MarginBands(Percentage.of("40"), Percentage.of("40"));

        assertThat(Entitlement.ceiling(DRIP_TAPE, DiscountLimits.STANDARD, half))
                .isEqualTo(Percentage.of("17.01")); // 10.05 to 8.34, which is 5.00 / 0.6 rounded up
    }

    @Test
    void where_the_cost_is_unknown_the_floor_alone_holds() {
        assertThat(Entitlement.ceiling(NOZZLE, DiscountLimits.STANDARD, MarginBands.STANDARD))
                .isEqualTo(Percentage.of("33.33")); // 90.00 to 60.00
    }

    @Test
    void where_no_price_leaves_the_margin_there_is_no_room() {
        var all = new MarginBands(Percentage.HUNDRED, Percentage.HUNDRED);

        assertThat(Entitlement.ceiling(WHEAT_SEED, DiscountLimits.STANDARD, all))
                .isEqualTo(Percentage.ZERO);
    }
}
