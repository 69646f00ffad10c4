package app.cerniq.domain.guardrail.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers as people write them, in digits and in words, in Romanian and English, both ways. */
public final class Numerals {

    /** A language that numbers are written in words of. */
    public enum Language {
        ROMANIAN,
        ENGLISH
    }

    /** The gender of what is counted, which shows in Romanian "doi saci" and "două tone". */
    public enum Gender {
        MASCULINE,
        FEMININE
    }

    /** How digits are parted. */
    public enum Style {
        /** {@code 1234,5}. */
        PLAIN_COMMA(Style.NONE, ','),
        /** {@code 1234.5}. */
        PLAIN_POINT(Style.NONE, '.'),
        /** {@code 1.234,5}. */
        ROMANIAN('.', ','),
        /** {@code 1,234.5}. */
        ENGLISH(',', '.'),
        /** {@code 1 234,5}. */
        SPACED(' ', ','),
        /** {@code 1 234.5} with a no-break space. */
        NO_BREAK('\u00A0', '.'),
        /** {@code 1 234,5} with a thin space. */
        THIN('\u2009', ','),
        /** {@code 1'234.5}. */
        APOSTROPHE('\'', '.');

        private static final char NONE = '\u0000';

        private final char thousands;
        private final char decimals;

        Style(char thousands, char decimals) {
            this.thousands = thousands;
            this.decimals = decimals;
        }
    }

    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    private Numerals() {}

    /** The number that the whole text is, in any form that is read in texts; empty where it is none, or ambiguous. */
    public static Optional<BigDecimal> read(String text) {
        if (text.length() > ClaimReader.LONGEST) {
            return Optional.empty();
        }
        var tokens = Tokens.of(text);
        var figure = Figure.at(tokens, 0);
        return figure != null && figure.sure() && figure.next() == tokens.size()
                ? Optional.of(figure.value())
                : Optional.empty();
    }

    /**
     * A number in words.
     *
     * @param value 0 or more, below 10^12, with at most six decimals
     * @param gender of what is counted; English has none
     * @throws IllegalArgumentException outside that range
     */
    public static String words(BigDecimal value, Language language, Gender gender) {
        var plain = checked(value);
        var whole = plain.toBigInteger().longValueExact();
        var decimals = plain.remainder(BigDecimal.ONE);
        if (language == Language.ROMANIAN) {
            var words = RomanianNumerals.write(whole, gender);
            return decimals.signum() == 0 ? words : words + " virgulă " + RomanianNumerals.decimals(decimals);
        }
        var words = EnglishNumerals.write(whole);
        return decimals.signum() == 0 ? words : words + " point " + EnglishNumerals.decimals(decimals);
    }

    /**
     * A number in digits, without needless zeros after the decimal mark.
     *
     * @param value 0 or more, below 10^12, with at most six decimals
     * @throws IllegalArgumentException outside that range
     */
    public static String digits(BigDecimal value, Style style) {
        var parts = checked(value).toPlainString().split("\\.", 2);
        var text = new StringBuilder(parts[0]);
        if (style.thousands != Style.NONE) {
            for (int at = text.length() - 3; at > 0; at -= 3) {
                text.insert(at, style.thousands);
            }
        }
        return parts.length == 1
                ? text.toString()
                : text.append(style.decimals).append(parts[1]).toString();
    }

    private static BigDecimal checked(BigDecimal value) {
        var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(LIMIT) >= 0 || plain.scale() > 6) {
            throw new IllegalArgumentException(
                    "A number to write is 0 or more, below 10^12, with at most six decimals, not " + value + ".");
        }
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }
}
