package app.cerniq.domain.shared;

import static app.cerniq.domain.shared.Money.RON;
import static app.cerniq.domain.shared.Money.ron;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    @Test
    void two_ways_of_writing_one_amount_are_equal() {
        assertThat(ron("12.5")).isEqualTo(ron("12.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "1234.50", "1.500", " 7 ", "999999999999.99"})
    void an_amount_from_nothing_to_the_limit_is_read(String text) {
        assertThat(Money.parse(text, RON)).isEqualTo(right(ron(text.strip())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-0.01", "0.001", "1000000000000", "", "ten", "1,50", "1e3", "0E-999999999", "1E+999999999"})
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(Money.parse(text, RON))
                .isEqualTo(left(new InvalidValue("money", text, "0 to 999999999999.99 RON with at most 2 decimals")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "1000000000000", "1E+999999999"})
    void the_constructor_refuses_the_same(String amount) {
        var outside = new BigDecimal(amount);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(outside, RON))
                .withMessageContaining("INVALID_MONEY");
    }

    @Test
    void nothing_is_nothing_however_it_is_written() {
        assertThat(new Money(new BigDecimal("0E-999999999"), RON)).isEqualTo(Money.zero(RON));
    }

    @Test
    void a_currency_without_coins_takes_no_decimals() {
        assertThat(Money.parse("1.5", YEN))
                .isEqualTo(left(new InvalidValue("money", "1.5", "0 to 999999999999.99 JPY with at most 0 decimals")));
    }

    @Test
    void gold_has_no_coins_and_is_no_money() {
        assertThat(Money.parse("10", Currency.getInstance("XAU")).isLeft()).isTrue();
    }

    @Test
    void the_sum_of_two_currencies_is_no_amount() {
        var euro = new Money(BigDecimal.ONE, EURO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ron("1").plus(euro))
                .withMessage("Cannot mix 1.00 RON with 1.00 EUR.");
    }

    @Test
    void two_currencies_do_not_compare() {
        var euro = new Money(BigDecimal.ONE, EURO);

        assertThatIllegalArgumentException().isThrownBy(() -> ron("1").isBelow(euro));
    }

    @Test
    void a_sum_beyond_the_limit_is_no_amount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ron("999999999999.99").plus(ron("0.01")));
    }

    @Test
    void a_difference_below_nothing_is_no_amount() {
        assertThatIllegalArgumentException().isThrownBy(() -> ron("1.00").minus(ron("1.01")));
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 0.03", "HALF_EVEN, 0.02"})
    void half_a_ban_goes_where_the_rounding_says(Rounding rounding, String expected) {
        var halfAKilogram = Quantity.of("0.5", Unit.KILOGRAM);

        var product = ron("0.05").times(halfAKilogram, rounding);

        assertThat(product).isEqualTo(ron(expected));
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP, 0.13", "HALF_EVEN, 0.12"})
    void so_does_half_a_ban_of_a_share(Rounding rounding, String expected) {
        assertThat(ron("0.25").share(Percentage.of("50"), rounding)).isEqualTo(ron(expected));
    }

    @Test
    void what_is_left_is_the_amount_without_the_share() {
        assertThat(ron("250.00").less(Percentage.of("10"), Rounding.HALF_UP)).isEqualTo(ron("225.00"));
    }

    @ParameterizedTest
    @CsvSource({"100.00, 0", "90.00, 10", "66.66, 33.34", "66.67, 33.33", "99.99, 0.01", "0.00, 100", "120.00, 0"})
    void a_discount_is_told_in_percent_of_the_list_price(String price, String discount) {
        assertThat(ron(price).discountFrom(ron("100.00"))).isEqualTo(Percentage.of(discount));
    }

    @Test
    void a_discount_between_two_hundredths_is_told_as_the_higher() {
        assertThat(ron("2.00").discountFrom(ron("3.00"))).isEqualTo(Percentage.of("33.34"));
    }

    @ParameterizedTest
    @CsvSource({"-0.001, false", "0, true", "999999999999.999, true", "1000000000000, false"})
    void whether_an_exact_figure_fits_is_known_before_it_is_rounded(BigDecimal exact, boolean fits) {
        assertThat(Money.canHold(exact)).isEqualTo(fits);
    }

    @Test
    void an_amount_reads_with_its_currency() {
        assertThat(ron("1234.5")).hasToString("1234.50 RON");
    }
}
