package app.cerniq.domain.shared;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CuiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"18547290", "14399840", "38744563", "8000000000", "13548146", "14186770", "37311090", "159"})
    void a_code_with_the_right_check_digit_is_read(String digits) {
        assertThat(Cui.parse(digits)).isEqualTo(right(new Cui(digits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RO18547290", "ro 18547290", " 18547290 ", "RO 1854 7290"})
    void the_mark_of_a_vat_payer_and_spaces_do_not_matter(String text) {
        assertThat(Cui.parse(text)).isEqualTo(right(new Cui("18547290")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18547291", "1", "018547290", "18547290000", "", "RO", "DE18547290", "1854729O"})
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(Cui.parse(text))
                .isEqualTo(left(new InvalidValue(
                        "CUI", text, "2 to 10 digits with a correct check digit, optionally after RO")));
    }

    @Test
    void the_constructor_takes_bare_digits_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cui("RO18547290"))
                .withMessageContaining("INVALID_CUI");
    }

    @Property(tries = 300)
    void every_code_with_a_computed_check_digit_is_read(@ForAll("valid") String digits) {
        assertThat(Cui.parse("RO" + digits)).isEqualTo(right(new Cui(digits)));
    }

    /** Remainder 10 is written 0 too, so behind a 0 a change may hide. */
    @Property(tries = 300)
    void a_single_wrong_digit_is_noticed_unless_the_check_digit_is_0(@ForAll("validNotEndingIn0") String digits) {
        assertThat(Neighbours.byOneDigit(digits))
                .noneMatch(wrong -> Cui.parse(wrong).isRight());
    }

    @Provide
    Arbitrary<String> validNotEndingIn0() {
        return valid().filter(digits -> !digits.endsWith("0"));
    }

    @Provide
    Arbitrary<String> valid() {
        return Arbitraries.integers().between(1, 999_999_999).map(body -> "" + body + checkDigit(body));
    }

    private static int checkDigit(int body) {
        var weights = new int[] {2, 3, 5, 7, 1, 2, 3, 5, 7};
        var sum = 0;
        for (int i = 0, rest = body; rest > 0; i++, rest /= 10) {
            sum += rest % 10 * weights[i];
        }
        return sum * 10 % 11 % 10;
    }
}
