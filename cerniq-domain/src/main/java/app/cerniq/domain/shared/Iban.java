package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.math.BigInteger;
import java.util.Locale;

/**
 * A Romanian bank account: {@code RO}, two check digits, four letters of the bank, sixteen letters or digits.
 *
 * <p>Source: ISO 13616; the rearranged number is 1 modulo 97. The check digits are 02 to 98, so that one account has one
 * number: 97 more or less would be 1 modulo 97 too.
 *
 * @param value 24 characters without spaces, upper case
 */
public record Iban(String value) {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    public Iban {
        if (!isValid(value)) {
            throw invalid("(withheld: personal data)").asException(); // an exception may end in a log
        }
    }

    /** Reads an account with or without spaces, in any case. */
    public static Either<InvalidValue, Iban> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return isValid(compact) ? Either.right(new Iban(compact)) : Either.left(invalid(text));
    }

    private static boolean isValid(String value) {
        return value.matches("RO(?!00|01|99)[0-9]{2}[A-Z]{4}[A-Z0-9]{16}")
                && asNumber(value.substring(4) + value.substring(0, 4))
                        .mod(NINETY_SEVEN)
                        .equals(BigInteger.ONE);
    }

    private static BigInteger asNumber(String rearranged) {
        var digits = new StringBuilder();
        rearranged.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString());
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("IBAN", given, "RO, 2 check digits, 4 letters and 16 letters or digits, 1 modulo 97");
    }

    /** The bank and the last four characters: this may end in a log. */
    @Override
    public String toString() {
        return "RO**" + value.substring(4, 8) + "************" + value.substring(20);
    }
}
