package app.cerniq.domain.guardrail.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers in English words: "one thousand two hundred and thirty-four". */
final class EnglishNumerals {

    private static final List<String> BELOW_20 = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private EnglishNumerals() {}

    static String write(long value) {
        if (value == 0) {
            return "zero";
        }
        var parts = new ArrayList<String>();
        scale(parts, value / 1_000_000_000L, "billion");
        scale(parts, value / 1_000_000L % 1_000, "million");
        scale(parts, value / 1_000L % 1_000, "thousand");
        var rest = (int) (value % 1_000);
        if (rest > 0) {
            parts.add(rest < 100 && !parts.isEmpty() ? "and " + below1000(rest) : below1000(rest));
        }
        return String.join(" ", parts);
    }

    /** Digit by digit: "two five" for 0.25. */
    static String decimals(BigDecimal decimals) {
        var words = new ArrayList<String>();
        decimals.stripTrailingZeros()
                .toPlainString()
                .substring(2)
                .chars()
                .forEach(c -> words.add(BELOW_20.get(c - '0')));
        return String.join(" ", words);
    }

    private static void scale(List<String> parts, long count, String name) {
        if (count > 0) {
            parts.add(below1000((int) count) + " " + name);
        }
    }

    private static String below1000(int value) {
        var rest = value % 100;
        var below = rest < 20
                ? BELOW_20.get(rest)
                : TENS.get(rest / 10) + (rest % 10 == 0 ? "" : "-" + BELOW_20.get(rest % 10));
        if (value < 100) {
            return below;
        }
        return BELOW_20.get(value / 100) + " hundred" + (rest == 0 ? "" : " and " + below);
    }
}
