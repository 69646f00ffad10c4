package app.cerniq.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {

    @ParameterizedTest
    @CsvSource({"12.349, 12.34", "-0.001, -0.01", "100, 100.00", "-5000, -999.99"})
    void a_margin_is_rounded_down_and_bounded_below(BigDecimal exact, BigDecimal points) {
        assertThat(new Margin(exact).points()).isEqualTo(points);
    }

    @Test
    void nobody_earns_more_than_the_whole_price() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Margin(new BigDecimal("100.01")));
    }

    @ParameterizedTest
    @CsvSource({"-0.01, true", "0, false", "0.01, false"})
    void below_zero_the_sale_loses_money(BigDecimal points, boolean loss) {
        assertThat(new Margin(points).isLoss()).isEqualTo(loss);
    }

    @Test
    void a_margin_reads_in_percent() {
        assertThat(new Margin(new BigDecimal("12.50"))).hasToString("12.5 %");
    }
}
