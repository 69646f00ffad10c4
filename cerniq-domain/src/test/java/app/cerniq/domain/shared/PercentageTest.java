package app.cerniq.domain.shared;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "12.5", "12.50", "99.99", "100", " 21 "})
    void a_share_of_a_whole_is_read_in_percent_points(String text) {
        assertThat(Percentage.parse(text)).isEqualTo(right(Percentage.of(text.strip())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "12.345", "12 %", "", "1e1", "0E-999999999"})
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(Percentage.parse(text))
                .isEqualTo(
                        left(new InvalidValue("percentage", text, "0 to 100 percent points with at most 2 decimals")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "12.345"})
    void the_constructor_refuses_the_same(String points) {
        var outside = new BigDecimal(points);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Percentage(outside))
                .withMessageContaining("INVALID_PERCENTAGE");
    }

    @Test
    void two_ways_of_writing_one_share_are_equal() {
        assertThat(Percentage.of("12.5")).isEqualTo(Percentage.of("12.50"));
    }

    @Test
    void nothing_is_nothing_however_it_is_written() {
        assertThat(new Percentage(new BigDecimal("0E-999999999"))).isEqualTo(Percentage.ZERO);
    }

    @Test
    void a_share_exceeds_a_smaller_one() {
        assertThat(Percentage.of("15.01").exceeds(Percentage.of("15"))).isTrue();
    }

    @Test
    void no_share_exceeds_itself() {
        assertThat(Percentage.of("15").exceeds(Percentage.of("15.00"))).isFalse();
    }

    @Test
    void a_share_reads_without_idle_zeros() {
        assertThat(Percentage.of("12.50")).hasToString("12.5 %");
    }

    @Property(tries = 200)
    void basis_points_and_percent_points_say_the_same(@ForAll @IntRange(max = 10_000) int basisPoints) {
        assertThat(Percentage.ofBasisPoints(basisPoints).basisPoints()).isEqualTo(basisPoints);
    }

    @Property(tries = 200)
    void what_is_missing_to_the_whole_completes_it(@ForAll @IntRange(max = 10_000) int basisPoints) {
        var share = Percentage.ofBasisPoints(basisPoints);

        assertThat(share.points().add(share.complement().points())).isEqualByComparingTo("100");
    }

    @Property(tries = 200)
    void the_higher_of_two_shares_is_exceeded_by_neither(
            @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int other) {
        var highest = Percentage.ofBasisPoints(one).max(Percentage.ofBasisPoints(other));

        assertThat(highest.basisPoints()).isEqualTo(Math.max(one, other));
    }
}
