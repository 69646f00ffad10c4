package app.cerniq.domain.shared;

import io.vavr.control.Either;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number of the Romanian trade register, in either of the two forms that are in use.
 *
 * <ul>
 *   <li>before 26 July 2024: {@code J40/1234/2006} (kind J, F or C; county 1-40, 51 or 52; order; year);
 *   <li>since: {@code J2024020698007} (kind, year, six digits of order, county or 00, check digit).
 * </ul>
 *
 * @param value the number in its canonical form, upper case, without spaces
 */
public record TradeRegisterNumber(String value) {

    private static final Pattern OLD_FORM = Pattern.compile("[JFC]([0-9]{1,2})/[0-9]{1,6}/(19|20)[0-9]{2}");
    private static final Pattern NEW_FORM = Pattern.compile("[JFC](19|20)[0-9]{2}[0-9]{6}([0-9]{2})[0-9]");

    public TradeRegisterNumber {
        if (!isValid(value)) {
            throw invalid(value).asException();
        }
    }

    /** Reads either form, in any case and with spaces. */
    public static Either<InvalidValue, TradeRegisterNumber> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return isValid(compact) ? Either.right(new TradeRegisterNumber(compact)) : Either.left(invalid(text));
    }

    private static boolean isValid(String value) {
        var old = OLD_FORM.matcher(value);
        if (old.matches()) {
            return isCounty(Integer.parseInt(old.group(1)));
        }
        var current = NEW_FORM.matcher(value);
        return current.matches()
                && (current.group(2).equals("00") || isCounty(Integer.parseInt(current.group(2))))
                && checkDigit(value) == value.charAt(13) - '0';
    }

    private static boolean isCounty(int county) {
        return (county >= 1 && county <= 40) || county == 51 || county == 52;
    }

    private static int checkDigit(String value) {
        var sum = value.charAt(0) % 10;
        for (var i = 1; i <= 12; i++) {
            sum += value.charAt(i) - '0';
        }
        return sum % 10;
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("trade register number", given, "J40/1234/2006 or J2024020698007 with its check digit");
    }

    @Override
    public String toString() {
        return value;
    }
}
