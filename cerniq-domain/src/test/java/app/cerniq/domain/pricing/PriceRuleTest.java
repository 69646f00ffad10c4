package app.cerniq.domain.pricing;

import static app.cerniq.domain.pricing.PriceRules.SPRING;
import static app.cerniq.domain.pricing.PriceRules.SUMMER;
import static app.cerniq.domain.pricing.PriceRules.during;
import static app.cerniq.domain.pricing.PriceRules.promotion;
import static app.cerniq.domain.pricing.PriceRules.rule;
import static app.cerniq.domain.pricing.PriceRules.stackable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.catalog.Goods;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Percentage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRuleTest {

    private static final Sku WHEAT = Goods.WHEAT_SEED.sku();
    private static final RuleScope FOR_WHEAT = new RuleScope.Product(WHEAT);
    private static final RuleScope FOR_SEEDS = new RuleScope.Category("seeds");
    private static final RuleTerms FIVE = new RuleTerms.Promotion(Percentage.of("5"));

    @Test
    void a_rule_holds_from_its_first_instant_up_to_its_end() {
        var rule = during(SPRING, Optional.of(SUMMER), promotion(1, "5"));

        assertThat(List.of(
                        rule.isInForceAt(SPRING.minusNanos(1)),
                        rule.isInForceAt(SPRING),
                        rule.isInForceAt(SUMMER.minusNanos(1)),
                        rule.isInForceAt(SUMMER)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_retired_rule_holds_no_longer() {
        assertThat(promotion(1, "5").retire().isInForceAt(SPRING)).isFalse();
    }

    @Test
    void a_category_covers_its_products_and_no_others() {
        var rule = rule(1, FOR_SEEDS, FIVE);

        assertThat(List.of(
                        rule.covers(WHEAT, Optional.of("seeds")),
                        rule.covers(WHEAT, Optional.of("tools")),
                        rule.covers(WHEAT, Optional.empty())))
                .containsExactly(true, false, false);
    }

    @Test
    void the_product_goes_before_its_category_and_the_category_before_everything() {
        var product = rule(1, FOR_WHEAT, FIVE);
        var category = rule(2, FOR_SEEDS, FIVE, false, 9);
        var everything = rule(3, RuleScope.EVERYTHING, FIVE, false, 99);

        assertThat(List.of(category.yieldsTo(product), everything.yieldsTo(category), product.yieldsTo(everything)))
                .containsExactly(true, true, false);
    }

    @Test
    void within_a_scope_the_higher_priority_goes_first() {
        var low = rule(1, FOR_WHEAT, FIVE, false, 1);
        var high = rule(2, FOR_WHEAT, FIVE, false, 2);

        assertThat(List.of(low.yieldsTo(high), high.yieldsTo(low))).containsExactly(true, false);
    }

    @Test
    void rules_of_different_kinds_do_not_compete() {
        var volume = rule(1, RuleScope.EVERYTHING, RuleTerms.Volume.STANDARD);

        assertThat(volume.yieldsTo(rule(2, FOR_WHEAT, FIVE))).isFalse();
    }

    @Test
    void a_stackable_rule_does_not_compete_with_one_that_is_not() {
        assertThat(stackable(1, "5").yieldsTo(rule(2, FOR_WHEAT, FIVE))).isFalse();
    }

    @Test
    void rules_that_meet_at_an_instant_are_not_ambiguous() {
        var spring = during(SPRING, Optional.of(SUMMER), promotion(1, "5"));
        var summer = during(SUMMER, Optional.empty(), promotion(2, "5"));

        assertThat(List.of(spring.isAmbiguousWith(summer), summer.isAmbiguousWith(spring)))
                .containsExactly(false, false);
    }

    @Test
    void rules_that_overlap_by_an_instant_are() {
        var spring = during(SPRING, Optional.of(SUMMER.plusNanos(1)), promotion(1, "5"));
        var summer = during(SUMMER, Optional.empty(), promotion(2, "5"));

        assertThat(List.of(spring.isAmbiguousWith(summer), summer.isAmbiguousWith(spring)))
                .containsExactly(true, true);
    }

    @Test
    void a_rule_that_ends_before_it_begins_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> during(SUMMER, Optional.of(SUMMER), promotion(1, "5")))
                .withMessage("A price rule ends after it begins: from 2026-06-01T00:00:00Z, until"
                        + " 2026-06-01T00:00:00Z.");
    }

    @Test
    void only_discounts_are_stackable() {
        var margins = new RuleTerms.Margins(MarginBands.STANDARD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(1, RuleScope.EVERYTHING, margins, true, 0))
                .withMessage("Only discounts are stackable, not MARGIN.");
    }

    @Test
    void limits_of_the_product_stand_instead_of_the_tenants_but_for_the_door_below_cost() {
        var ofTenant = new DiscountLimits(Percentage.of("15"), Percentage.of("30"), Percentage.of("40"), true);
        var own = rule(1, FOR_WHEAT, new RuleTerms.Limits(Percentage.of("5"), Percentage.of("6"), Percentage.of("7")));

        assertThat(PriceBook.limits(List.of(promotion(2, "1"), own), ofTenant))
                .isEqualTo(new DiscountLimits(Percentage.of("5"), Percentage.of("6"), Percentage.of("7"), true));
        assertThat(PriceBook.limits(List.of(), ofTenant)).isEqualTo(ofTenant);
    }

    @Test
    void margins_are_the_standard_ones_unless_a_rule_says_otherwise() {
        var bands = new MarginBands(Percentage.of("8"), Percentage.of("12"));
        var rule = rule(1, RuleScope.EVERYTHING, new RuleTerms.Margins(bands));

        assertThat(PriceBook.margins(List.of())).isEqualTo(MarginBands.STANDARD);
        assertThat(PriceBook.margins(List.of(rule))).isEqualTo(bands);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, NEGATIVE", "0, CRITICAL", "9.99, CRITICAL", "10, WARNING", "14.99, WARNING", "15, OK", "100, OK"
    })
    void a_band_of_margins_begins_at_its_edge(String points, MarginStatus status) {
        assertThat(MarginBands.STANDARD.status(new Margin(new java.math.BigDecimal(points))))
                .isEqualTo(status);
    }

    @Test
    void margin_bands_rise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarginBands(Percentage.of("10"), Percentage.of("9.99")))
                .withMessage("Margin bands must rise: least 10 %, warning 9.99 %.");
    }
}
