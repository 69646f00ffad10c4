package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A Romanian personal numeric code: sex and century, birth date, county, order number, check digit.
 *
 * <p>Source: Law 105/1996; weights 279146358279, Σ mod 11, with 10 read as 1. Personal data: it never appears in a log
 * or in {@link #toString()}.
 *
 * @param digits exactly 13 digits
 */
public record Cnp(String digits) {

    private static final String WEIGHTS = "279146358279";

    public Cnp {
        if (!isValid(digits)) {
            throw invalid().asException();
        }
    }

    /** Reads 13 digits; refuses impossible dates, counties and check digits. */
    public static Either<InvalidValue, Cnp> parse(String text) {
        var digits = text.strip();
        return isValid(digits) ? Either.right(new Cnp(digits)) : Either.left(invalid());
    }

    private static boolean isValid(String digits) {
        return digits.matches("[1-9][0-9]{12}") && hasDate(digits) && hasCounty(digits) && hasCheckDigit(digits);
    }

    private static boolean hasCheckDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length(); i++) {
            sum += (digits.charAt(i) - '0') * (WEIGHTS.charAt(i) - '0');
        }
        var remainder = sum % 11;
        return (remainder == 10 ? 1 : remainder) == digits.charAt(12) - '0';
    }

    private static boolean hasCounty(String digits) {
        var county = Integer.parseInt(digits.substring(7, 9));
        // 01-46 counties and the old sectors of Bucharest, 47-48 sectors abolished in 1979, 51-52 Călărași and
        // Giurgiu, 70 issued without a county since 2024.
        return (county >= 1 && county <= 48) || county == 51 || county == 52 || county == 70;
    }

    private static boolean hasDate(String digits) {
        var century = switch (digits.charAt(0)) {
            case '3', '4' -> 1800;
            case '5', '6' -> 2000;
            default -> 1900; // 1 and 2, and residents (7, 8) and foreigners (9), whose century is not told
        };
        var year = century + Integer.parseInt(digits.substring(1, 3));
        var month = Integer.parseInt(digits.substring(3, 5));
        var day = Integer.parseInt(digits.substring(5, 7));
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException noSuchDay) {
            // A resident born on 29 February 2000 reads as 1900, which was no leap year.
            return digits.charAt(0) >= '7' && month == 2 && day == 29 && year % 4 == 0;
        }
    }

    private static InvalidValue invalid() {
        return new InvalidValue(
                "CNP", "(withheld: personal data)", "13 digits with a possible birth date, county and check digit");
    }

    @Override
    public String toString() {
        return digits.charAt(0) + "************";
    }
}
