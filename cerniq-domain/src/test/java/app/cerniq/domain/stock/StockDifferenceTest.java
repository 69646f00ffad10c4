package app.cerniq.domain.stock;

import static app.cerniq.domain.shared.Unit.KILOGRAM;
import static app.cerniq.domain.shared.Unit.LITRE;
import static app.cerniq.domain.stock.Stocks.kg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StockDifferenceTest {

    @Test
    void a_rise_reads_with_its_sign() {
        assertThat(StockDifference.between(kg("1"), kg("3.5"))).hasToString("+2.5 kg");
    }

    @Test
    void so_does_a_fall() {
        assertThat(StockDifference.between(kg("3.5"), kg("1"))).hasToString("-2.5 kg");
    }

    @Test
    void and_neither_has_none() {
        assertThat(StockDifference.between(kg("1"), kg("1"))).hasToString("0 kg");
    }

    @Test
    void two_ways_of_writing_one_difference_are_equal() {
        assertThat(new StockDifference(new BigDecimal("2.5"), KILOGRAM))
                .isEqualTo(new StockDifference(new BigDecimal("2.500"), KILOGRAM));
    }

    @Test
    void it_is_no_finer_than_the_unit() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new StockDifference(new BigDecimal("0.0001"), KILOGRAM));
    }

    @Test
    void nothing_falls_below_nothing() {
        var fall = StockDifference.between(kg("2"), kg("1"));

        assertThatIllegalArgumentException().isThrownBy(() -> fall.appliedTo(kg("0.5")));
    }

    @Test
    void kilograms_never_meet_litres() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockDifference.between(kg("1"), StockAmount.of("1", LITRE)))
                .withMessage("Cannot compare 1 kg with 1 l.");
    }
}
