package app.cerniq.domain.shared;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeRegisterNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"J40/1234/2006", "F1/1/1991", "C52/999999/2024", "J51/7/2010"})
    void the_form_before_July_2024_is_read(String text) {
        assertThat(TradeRegisterNumber.parse(text)).isEqualTo(right(new TradeRegisterNumber(text)));
    }

    @Test
    void the_form_since_July_2024_is_read() {
        assertThat(TradeRegisterNumber.parse("J2024020698007"))
                .isEqualTo(right(new TradeRegisterNumber("J2024020698007")));
    }

    @Test
    void spaces_and_small_letters_do_not_matter() {
        assertThat(TradeRegisterNumber.parse("j40 / 1234 / 2006"))
                .isEqualTo(right(new TradeRegisterNumber("J40/1234/2006")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "J2024020698008", // the check digit is 7
                "J41/1234/2006", // no county 41
                "J0/1234/2006",
                "J53/1234/2006",
                "X40/1234/2006",
                "J40/1234567/2006",
                "J40/1234/1806",
                "J40/1234/06",
                "J202402069800", // one digit short
                "J1824020698007"
            })
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(TradeRegisterNumber.parse(text))
                .isEqualTo(left(new InvalidValue(
                        "trade register number", text, "J40/1234/2006 or J2024020698007 with its check digit")));
    }

    @Test
    void the_constructor_refuses_the_same() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRegisterNumber("J2024020698008"))
                .withMessageContaining("INVALID_TRADE_REGISTER_NUMBER");
    }

    @Property(tries = 200)
    void every_new_number_with_a_computed_check_digit_is_read(@ForAll("valid") String number) {
        assertThat(TradeRegisterNumber.parse(number)).isEqualTo(right(new TradeRegisterNumber(number)));
    }

    @Property(tries = 200)
    void a_single_wrong_digit_of_a_new_number_is_noticed(@ForAll("valid") String number) {
        assertThat(Neighbours.byOneDigit(number))
                .noneMatch(wrong -> TradeRegisterNumber.parse(wrong).isRight());
    }

    @Property(tries = 200)
    void so_is_a_wrong_kind(@ForAll("valid") String number) {
        assertThat(Neighbours.byOneLetter(number))
                .noneMatch(wrong -> TradeRegisterNumber.parse(wrong).isRight());
    }

    @Provide
    Arbitrary<String> valid() {
        var kind = Arbitraries.of('J', 'F', 'C');
        var year = Arbitraries.integers().between(2024, 2099);
        var order = Arbitraries.integers().between(1, 999_999);
        var county = Arbitraries.integers().between(0, 40);
        return Combinators.combine(kind, year, order, county)
                .as((letter, when, number, where) ->
                        withCheckDigit(letter, String.format("%d%06d%02d", when, number, where)));
    }

    private static String withCheckDigit(char kind, String digits) {
        var ofKind = switch (kind) {
            case 'J' -> 4;
            case 'F' -> 0;
            default -> 7;
        };
        var sum = digits.chars().map(digit -> digit - '0').sum() + ofKind;
        return kind + digits + sum % 10;
    }
}
