package app.cerniq.domain.stock;

import static app.cerniq.domain.shared.Unit.KILOGRAM;
import static app.cerniq.domain.shared.Unit.LITRE;
import static app.cerniq.domain.shared.Unit.PIECE;
import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.cerniq.domain.shared.Amounts;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.domain.shared.Quantity;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockAmountTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "0.001", " 2.5 ", "999999999.999"})
    void nothing_or_a_number_of_units_is_read(String text) {
        assertThat(StockAmount.parse(text, KILOGRAM)).isEqualTo(right(StockAmount.of(text.strip(), KILOGRAM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.0001", "1000000000", "", "many", "1e3", "-0"})
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(StockAmount.parse(text, KILOGRAM))
                .isEqualTo(left(new InvalidValue(
                        "stock amount", text + " kg", "a number of 0 or more with at most 3 decimals of kg")));
    }

    @Test
    void a_piece_does_not_divide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockAmount.of("0.5", PIECE))
                .withMessageContaining("0.5 buc");
    }

    @Test
    void there_is_never_less_than_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockAmount.of("-1", PIECE))
                .withMessage("There cannot be -1 buc of anything; the least is 0.");
    }

    @Test
    void two_ways_of_writing_one_amount_are_equal() {
        assertThat(new StockAmount(BigDecimal.ZERO, KILOGRAM)).isEqualTo(StockAmount.of("0.000", KILOGRAM));
    }

    @Test
    void it_covers_as_much_as_it_is() {
        assertThat(StockAmount.of("2.5", KILOGRAM).covers(Quantity.of("2.5", KILOGRAM)))
                .isTrue();
    }

    @Test
    void and_not_a_gram_more() {
        assertThat(StockAmount.of("2.5", KILOGRAM).covers(Quantity.of("2.501", KILOGRAM)))
                .isFalse();
    }

    @Test
    void kilograms_never_meet_litres() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockAmount.none(KILOGRAM).plus(StockAmount.none(LITRE)))
                .withMessage("Cannot compare l with kg.");
    }

    @Test
    void nothing_is_no_quantity() {
        assertThat(StockAmount.none(KILOGRAM).quantity()).isEmpty();
    }

    @Test
    void something_is_one() {
        assertThat(StockAmount.of("2.5", KILOGRAM).quantity()).contains(Quantity.of("2.5", KILOGRAM));
    }

    @Test
    void an_amount_reads_without_idle_zeros() {
        assertThat(StockAmount.of("2.500", KILOGRAM)).hasToString("2.5 kg");
    }

    @Test
    void and_nothing_reads_as_0() {
        assertThat(StockAmount.none(KILOGRAM)).hasToString("0 kg");
    }

    @Property
    void what_was_added_can_be_taken_away_again(
            @ForAll("amounts") StockAmount one, @ForAll("amounts") StockAmount other) {
        assertThat(one.plus(other).lessAtMost(other)).isEqualTo(one);
    }

    @Property
    void what_is_left_is_never_more_than_there_was(
            @ForAll("amounts") StockAmount one, @ForAll("amounts") StockAmount other) {
        assertThat(one.isBelow(one.lessAtMost(other))).isFalse();
    }

    @Property
    void either_it_covers_a_quantity_or_it_is_below_it(
            @ForAll("amounts") StockAmount amount, @ForAll("quantities") Quantity quantity) {
        assertThat(amount.covers(quantity)).isNotEqualTo(amount.isBelow(StockAmount.of(quantity)));
    }

    @Property
    void the_lesser_of_two_is_below_neither(@ForAll("amounts") StockAmount one, @ForAll("amounts") StockAmount other) {
        assertThat(one.isBelow(one.min(other)) || other.isBelow(one.min(other))).isFalse();
    }

    @Property
    void the_difference_between_two_amounts_leads_from_one_to_the_other(
            @ForAll("amounts") StockAmount before, @ForAll("amounts") StockAmount after) {
        assertThat(StockDifference.between(before, after).appliedTo(before)).isEqualTo(after);
    }

    @Property
    void and_there_is_none_between_equals(@ForAll("amounts") StockAmount amount) {
        assertThat(StockDifference.between(amount, amount).isNone()).isTrue();
    }

    @Provide
    Arbitrary<StockAmount> amounts() {
        return Stocks.anyKilograms();
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Amounts.kilogramsUpTo(1_000_000);
    }
}
