package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.util.Locale;

/**
 * A Romanian fiscal registration code (CUI/CIF): 2 to 10 digits, the last one a check digit.
 *
 * <p>Source: OG 92/2003 and the weights 7 5 3 2 1 7 5 3 2 published by the tax authority; the check digit is
 * (10 · Σ) mod 11, with 10 read as 0.
 *
 * @param digits the code without the {@code RO} of a VAT payer
 */
public record Cui(String digits) {

    private static final int[] WEIGHTS = {7, 5, 3, 2, 1, 7, 5, 3, 2};

    public Cui {
        if (!isValid(digits)) {
            throw invalid(digits).asException();
        }
    }

    /** Reads a code with or without {@code RO} and spaces; refuses a wrong check digit. */
    public static Either<InvalidValue, Cui> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        var digits = compact.startsWith("RO") ? compact.substring(2) : compact;
        return isValid(digits) ? Either.right(new Cui(digits)) : Either.left(invalid(text));
    }

    private static boolean isValid(String digits) {
        if (!digits.matches("[1-9][0-9]{1,9}")) {
            return false;
        }
        var body = digits.substring(0, digits.length() - 1);
        var offset = WEIGHTS.length - body.length();
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[offset + i];
        }
        var check = sum * 10 % 11 % 10;
        return check == digits.charAt(digits.length() - 1) - '0';
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("CUI", given, "2 to 10 digits with a correct check digit, optionally after RO");
    }

    @Override
    public String toString() {
        return digits;
    }
}
