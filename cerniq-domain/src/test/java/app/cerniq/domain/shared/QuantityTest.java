package app.cerniq.domain.shared;

import static app.cerniq.domain.shared.Unit.KILOGRAM;
import static app.cerniq.domain.shared.Unit.LITRE;
import static app.cerniq.domain.shared.Unit.PIECE;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "2.5", "12.500", " 7 ", "999999999.999"})
    void a_number_of_units_is_read(String text) {
        assertThat(Quantity.parse(text, KILOGRAM)).isEqualTo(right(Quantity.of(text.strip(), KILOGRAM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0001", "1000000000", "", "many", "1e3", "1E-999999999"})
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(Quantity.parse(text, KILOGRAM))
                .isEqualTo(left(
                        new InvalidValue("quantity", text + " kg", "a number above 0 with at most 3 decimals of kg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0001", "1000000000"})
    void the_constructor_refuses_the_same(String value) {
        var outside = new BigDecimal(value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity(outside, KILOGRAM))
                .withMessageContaining("INVALID_QUANTITY");
    }

    @Test
    void a_piece_does_not_divide() {
        assertThat(Quantity.parse("0.5", PIECE))
                .isEqualTo(left(
                        new InvalidValue("quantity", "0.5 buc", "a number above 0 with at most 0 decimals of buc")));
    }

    @Test
    void two_ways_of_writing_one_quantity_are_equal() {
        assertThat(Quantity.of("2.5", KILOGRAM)).isEqualTo(Quantity.of("2.500", KILOGRAM));
    }

    @Test
    void quantities_of_one_unit_add_up() {
        assertThat(Quantity.of("2.5", KILOGRAM).plus(Quantity.of("0.75", KILOGRAM)))
                .isEqualTo(Quantity.of("3.25", KILOGRAM));
    }

    @Test
    void kilograms_never_meet_litres() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("1", KILOGRAM).plus(Quantity.of("1", LITRE)))
                .withMessage("Cannot add 1 l to 1 kg.");
    }

    @Test
    void less_of_one_unit_is_below_more_of_it() {
        assertThat(Quantity.of("2.499", KILOGRAM).isBelow(Quantity.of("2.5", KILOGRAM)))
                .isTrue();
    }

    @Test
    void no_quantity_is_below_itself() {
        assertThat(Quantity.of("2.5", KILOGRAM).isBelow(Quantity.of("2.5", KILOGRAM)))
                .isFalse();
    }

    @Test
    void kilograms_do_not_compare_with_litres() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("1", KILOGRAM).isBelow(Quantity.of("1", LITRE)))
                .withMessage("Cannot compare 1 kg with 1 l.");
    }

    @Test
    void a_quantity_reads_without_idle_zeros() {
        assertThat(Quantity.of("2.500", KILOGRAM)).hasToString("2.5 kg");
    }

    @ParameterizedTest
    @EnumSource
    void every_unit_is_found_by_its_symbol(Unit unit) {
        assertThat(Unit.parse(" " + unit.symbol().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(right(unit));
    }

    @Test
    void an_unknown_unit_is_refused_with_those_there_are() {
        assertThat(Unit.parse("pound"))
                .isEqualTo(left(
                        new InvalidValue("unit", "pound", "one of buc, kg, t, l, m, mp, mc, set, sac, palet, ha")));
    }

    @Test
    void no_two_units_share_a_code() {
        assertThat(Arrays.stream(Unit.values()).map(Unit::code)).doesNotHaveDuplicates();
    }
}
