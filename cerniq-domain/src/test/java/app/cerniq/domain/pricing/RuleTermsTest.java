package app.cerniq.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTermsTest {

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 2", "9, 2", "10, 5", "24, 5", "25, 8", "49, 8", "50, 10", "99, 10", "100, 15", "100000, 15"
    })
    void the_standard_volume_tiers_are_those_of_the_specification(String quantity, String discount) {
        assertThat(volume(RuleTerms.Volume.STANDARD, quantity)).isEqualTo(Percentage.of(discount));
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 3", "25, 5", "50, 7", "99, 7", "100, 10"})
    void the_premium_volume_tiers_are_those_of_the_specification(String quantity, String discount) {
        assertThat(volume(RuleTerms.Volume.PREMIUM, quantity)).isEqualTo(Percentage.of(discount));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 5", "10, 10", "25, 15", "50, 20"})
    void the_seasonal_volume_tiers_are_those_of_the_specification(String quantity, String discount) {
        assertThat(volume(RuleTerms.Volume.SEASONAL, quantity)).isEqualTo(Percentage.of(discount));
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 0", "SILVER, 5", "GOLD, 10", "PLATINUM, 15", "FRIENDS, 0"})
    void the_customer_tiers_are_those_of_the_specification(String tier, String discount) {
        var given = RuleTerms.ByCustomer.STANDARD.discountFor(Quantity.of("1", Unit.PIECE), new CustomerTier(tier));

        assertThat(given.orElse(Percentage.ZERO)).isEqualTo(Percentage.of(discount));
    }

    @Test
    void a_tier_may_begin_between_two_units() {
        var volume = RuleTerms.Volume.of("2.5:3");

        assertThat(volume.discountFor(Quantity.of("2.499", Unit.TONNE), CustomerTier.STANDARD))
                .isEmpty();
        assertThat(volume.discountFor(Quantity.of("2.5", Unit.TONNE), CustomerTier.STANDARD))
                .contains(Percentage.of("3"));
    }

    @Test
    void tiers_written_with_more_zeros_are_the_same() {
        assertThat(RuleTerms.Volume.of("10.00:5")).isEqualTo(RuleTerms.Volume.of("10:5"));
    }

    @Test
    void quantities_of_tiers_rise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTerms.Volume.of("10:5", "10:6"))
                .withMessage("Volume tiers must rise in quantity and discount: from 10: 6 % does not follow from 10:"
                        + " 5 %.");
    }

    @Test
    void discounts_of_tiers_rise() {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleTerms.Volume.of("10:5", "20:5"));
    }

    @Test
    void a_tier_begins_above_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTerms.Volume.of("0:5"))
                .withMessage("A volume tier begins above 0 with at most 3 decimals, not at 0.");
    }

    @Test
    void a_tier_is_not_finer_than_any_unit() {
        assertThatIllegalArgumentException().isThrownBy(() -> RuleTerms.Volume.of("1.0001:5"));
    }

    @Test
    void a_volume_rule_has_a_tier() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleTerms.Volume(List.of()));
    }

    @Test
    void a_rule_for_customer_tiers_names_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleTerms.ByCustomer(Map.of()));
    }

    @Test
    void limits_rise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleTerms.Limits(Percentage.of("5"), Percentage.of("4"), Percentage.of("7")))
                .withMessage("Discount limits must rise: automatic 5 %, manager 4 %, maximum 7 %.");
    }

    @Test
    void a_customer_tier_is_a_word() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerTier("very good"));
    }

    private static Percentage volume(RuleTerms terms, String quantity) {
        Optional<Percentage> given = terms.discountFor(Quantity.of(quantity, Unit.PIECE), CustomerTier.STANDARD);
        return given.orElse(Percentage.ZERO);
    }
}
