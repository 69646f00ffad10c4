package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.reading.Numerals.Gender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers in Romanian words, after the rules of the Academy: "douăzeci și una de mii trei sute doi". */
final class RomanianNumerals {

    private static final List<String> MASCULINE = List.of(
            "zero",
            "unu",
            "doi",
            "trei",
            "patru",
            "cinci",
            "șase",
            "șapte",
            "opt",
            "nouă",
            "zece",
            "unsprezece",
            "doisprezece",
            "treisprezece",
            "paisprezece",
            "cincisprezece",
            "șaisprezece",
            "șaptesprezece",
            "optsprezece",
            "nouăsprezece");
    private static final List<String> TENS = List.of(
            "", "", "douăzeci", "treizeci", "patruzeci", "cincizeci", "șaizeci", "șaptezeci", "optzeci", "nouăzeci");

    private RomanianNumerals() {}

    static String write(long value, Gender gender) {
        if (value == 0) {
            return "zero";
        }
        var parts = new ArrayList<String>();
        scale(parts, value / 1_000_000_000L, "un miliard", "miliarde");
        scale(parts, value / 1_000_000L % 1_000, "un milion", "milioane");
        scale(parts, value / 1_000L % 1_000, "o mie", "mii");
        var rest = value % 1_000;
        if (rest > 0) {
            parts.add(below1000((int) rest, gender));
        }
        return String.join(" ", parts);
    }

    /** "cinci" for 0.5, "zero cinci" for 0.05, "douăzeci și cinci" for 0.25. */
    static String decimals(BigDecimal decimals) {
        var digits = decimals.stripTrailingZeros().toPlainString().substring(2);
        var significant = Long.parseLong(digits);
        var zeros = digits.length() - Long.toString(significant).length();
        return "zero ".repeat(zeros)
                + (significant < 1000 ? write(significant, Gender.MASCULINE) : spelled(significant));
    }

    private static String spelled(long digits) {
        var words = new ArrayList<String>();
        Long.toString(digits).chars().forEach(c -> words.add(MASCULINE.get(c - '0')));
        return String.join(" ", words);
    }

    private static void scale(List<String> parts, long count, String one, String many) {
        if (count == 1) {
            parts.add(one);
        } else if (count > 1) {
            // From twenty on, what is counted is joined with "de".
            var joined = count % 100 >= 1 && count % 100 <= 19 ? " " : " de ";
            parts.add(below1000((int) count, Gender.FEMININE) + joined + many);
        }
    }

    private static String below1000(int value, Gender gender) {
        var hundreds = value / 100;
        var rest = value % 100;
        var words = new ArrayList<String>();
        if (hundreds == 1) {
            words.add("o sută");
        } else if (hundreds > 1) {
            words.add(below20(hundreds, Gender.FEMININE) + " sute");
        }
        if (rest >= 20) {
            words.add(TENS.get(rest / 10) + (rest % 10 == 0 ? "" : " și " + below20(rest % 10, gender)));
        } else if (rest > 0) {
            words.add(below20(rest, gender));
        }
        return String.join(" ", words);
    }

    private static String below20(int value, Gender gender) {
        if (gender == Gender.MASCULINE) {
            return MASCULINE.get(value);
        }
        return switch (value) {
            case 1 -> "una";
            case 2 -> "două";
            case 12 -> "douăsprezece";
            default -> MASCULINE.get(value);
        };
    }
}
