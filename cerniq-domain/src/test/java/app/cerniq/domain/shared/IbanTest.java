package app.cerniq.domain.shared;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(strings = {"RO49AAAA1B31007593840000", "RO49 AAAA 1B31 0075 9384 0000", "ro49aaaa1b31007593840000"})
    void an_account_is_read_with_or_without_spaces_in_any_case(String text) {
        assertThat(Iban.parse(text)).isEqualTo(right(new Iban("RO49AAAA1B31007593840000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RO50AAAA1B31007593840000",
                "RO49AAAA1B3100759384000",
                "RO49AAAA1B310075938400000",
                "RO49AAA11B31007593840000",
                "DE89370400440532013000",
                "RO49AAAA1B3100759384000-",
                ""
            })
    void anything_else_is_refused_with_what_would_be_taken(String text) {
        assertThat(Iban.parse(text))
                .isEqualTo(left(new InvalidValue(
                        "IBAN", text, "RO, 2 check digits, 4 letters and 16 letters or digits, 1 modulo 97")));
    }

    @Test
    void the_constructor_refuses_the_same() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Iban("RO50AAAA1B31007593840000"))
                .withMessageContaining("INVALID_IBAN");
    }

    @Property(tries = 200)
    void every_account_with_computed_check_digits_is_read(@ForAll("valid") String account) {
        assertThat(Iban.parse(account)).isEqualTo(right(new Iban(account)));
    }

    @Property(tries = 40)
    void a_single_wrong_digit_is_noticed(@ForAll("valid") String account) {
        assertThat(Neighbours.byOneDigit(account))
                .noneMatch(wrong -> Iban.parse(wrong).isRight());
    }

    @Property(tries = 40)
    void a_single_wrong_letter_is_noticed(@ForAll("valid") String account) {
        assertThat(Neighbours.byOneLetter(account))
                .noneMatch(wrong -> Iban.parse(wrong).isRight());
    }

    /** ISO 7064 computes 02 to 98 only; 97 more or less would be 1 modulo 97 too. */
    @Property(tries = 100)
    void an_account_has_one_pair_of_check_digits(@ForAll("valid") String account) {
        var everyPair = IntStream.range(0, 100).mapToObj(pair -> String.format("RO%02d", pair) + account.substring(4));

        assertThat(everyPair.filter(candidate -> Iban.parse(candidate).isRight()))
                .containsExactly(account);
    }

    @Provide
    Arbitrary<String> valid() {
        var bank = Arbitraries.strings().withCharRange('A', 'Z').ofLength(4);
        var account = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(16);
        return Combinators.combine(bank, account).as((letters, rest) -> withCheckDigits(letters + rest));
    }

    private static String withCheckDigits(String body) {
        var digits = new StringBuilder();
        (body + "RO00").chars().forEach(character -> digits.append(Character.digit(character, 36)));
        var remainder = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97));
        return "RO" + String.format("%02d", 98 - remainder.intValue()) + body;
    }
}
