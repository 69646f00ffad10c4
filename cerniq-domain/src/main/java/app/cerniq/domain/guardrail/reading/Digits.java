package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.reading.Token.Gap;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure in digits: {@code 1.234,56}, {@code 1,234.56}, {@code 1 234.56}, {@code 1'234,5}, {@code 0,5}, {@code 1e3}.
 *
 * <p>One point or comma before exactly three digits parts thousands ({@code 1.234} and {@code 1,234} are one thousand two
 * hundred thirty-four), unless a zero stands before it; otherwise it parts decimals.
 *
 * @param value empty of meaning where {@code sure} is false
 * @param next the token after the figure
 * @param sure whether the digits make a number in one way only
 * @param loneSeparator the point or comma that was read as parting thousands though it may part decimals; 0 where there is none
 */
record Digits(BigDecimal value, int next, boolean sure, char loneSeparator) {

    private static final int LONGEST = 18;

    /** The figure that begins at a run of digits; null where none does. */
    static @Nullable Digits at(Tokens tokens, int at) {
        var first = tokens.at(at);
        if (!first.number()) {
            return null;
        }
        var whole = new StringBuilder(first.text());
        var sure = !first.odd();
        var separator = '\u0000';
        var separators = 0;
        var fraction = "";
        var grouped = first.text().length() <= 3;
        var end = at + 1;
        while (true) {
            var step = separatorAt(tokens, end, separator, grouped && fraction.isEmpty());
            if (step == 0) {
                break;
            }
            var mark = step == 1 ? ' ' : tokens.at(end).text().charAt(0);
            var group = tokens.at(end + step - 1);
            sure &= !group.odd();
            end += step;
            if (!fraction.isEmpty()) {
                // A third kind of separator, or one after the decimals: 1,5,3 or 1.234,5.6
                sure = false;
            } else if (separators > 0 && mark == separator) {
                sure &= grouped && group.text().length() == 3;
                separators++;
                whole.append(group.text());
            } else if (separators > 0) {
                sure &= grouped && mark != '\'' && mark != ' ';
                fraction = group.text();
            } else {
                separator = mark;
                separators = 1;
                var thousands =
                        group.text().length() == 3 && grouped && first.text().charAt(0) != '0';
                if (thousands) {
                    whole.append(group.text());
                } else if (mark == '.' || mark == ',') {
                    fraction = group.text();
                } else {
                    sure = false;
                }
            }
        }
        var exponent = exponent(tokens, end);
        if (exponent > 0) {
            end += 2;
        }
        if (!sure || whole.length() + fraction.length() > LONGEST || exponent > LONGEST) {
            return new Digits(BigDecimal.ZERO, end, false, '\u0000');
        }
        var value = new BigDecimal(fraction.isEmpty() ? whole.toString() : whole + "." + fraction);
        var lone = separators == 1 && (separator == ',' || separator == '.') && fraction.isEmpty();
        return new Digits(
                exponent > 0 ? value.movePointRight(exponent) : value, end, true, lone ? separator : '\u0000');
    }

    /** How many tokens a separator and the group after it take; 0 where the figure ends. */
    private static int separatorAt(Tokens tokens, int at, char before, boolean grouped) {
        var token = tokens.at(at);
        if (token.number()) {
            var space = token.gap() == Gap.SPACE && token.text().length() == 3 && grouped;
            return space && (before == ' ' || before == '\u0000') ? 1 : 0;
        }
        var mark = token.glued() && (token.mark('.') || token.mark(',') || token.mark('\''));
        return mark && tokens.at(at + 1).number() && tokens.at(at + 1).glued() ? 2 : 0;
    }

    private static int exponent(Tokens tokens, int at) {
        var e = tokens.at(at);
        var power = tokens.at(at + 1);
        if (e.is("e")
                && e.glued()
                && power.number()
                && power.glued()
                && power.text().length() <= 2
                && !power.odd()) {
            return Integer.parseInt(power.text());
        }
        return 0;
    }
}
