package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.Percentage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Payment in instalments, as a text proposes it.
 *
 * @param instalments 2 to 99
 * @param days until the last one, where the text says so; 0 to 9,999
 * @param advance what is paid first, where the text says so
 */
public record PaymentPlan(int instalments, Optional<Integer> days, Optional<Percentage> advance) {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("două", 2),
            Map.entry("doua", 2),
            Map.entry("two", 2),
            Map.entry("trei", 3),
            Map.entry("three", 3),
            Map.entry("patru", 4),
            Map.entry("four", 4),
            Map.entry("cinci", 5),
            Map.entry("five", 5),
            Map.entry("șase", 6),
            Map.entry("sase", 6),
            Map.entry("six", 6),
            Map.entry("douăsprezece", 12),
            Map.entry("twelve", 12));
    private static final Pattern INSTALMENTS =
            Pattern.compile("(?<![\\p{L}\\d])(\\d{1,2}|\\p{L}+)\\s+(?:de\\s+)?(?:equal\\s+|monthly\\s+|weekly\\s+)?"
                    + "(?:rate|tranșe|transe|instalments?|installments?)(?!\\p{L})");
    private static final Pattern DAYS = Pattern.compile("(?<!\\d)(\\d{1,4})\\s*(?:de\\s+)?(?:zile|days?)(?!\\p{L})");
    private static final Pattern ADVANCE = Pattern.compile(
            "(?:avans(?:ul)?|advance|upfront)[^\\d.!?]{0,20}(\\d{1,3})\\s*(?:%|la\\s+sut)|(\\d{1,3})\\s*%\\s*(?:avans|în\\s+avans|in\\s+advance|advance|upfront)");

    public PaymentPlan {
        if (instalments < 2
                || instalments > 99
                || days.filter(it -> it < 0 || it > 9_999).isPresent()) {
            throw new IllegalArgumentException("A plan has 2 to 99 instalments within 0 to 9,999 days.");
        }
    }

    /** The plan that a text speaks of, in Romanian or English; empty where it speaks of none. */
    public static Optional<PaymentPlan> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return INSTALMENTS
                .matcher(lower)
                .results()
                .map(found -> count(found.group(1)))
                .filter(count -> count >= 2)
                .findFirst()
                .map(count -> new PaymentPlan(count, days(lower), advance(lower)));
    }

    private static int count(String word) {
        return word.matches("\\d+") ? Integer.parseInt(word) : WORDS.getOrDefault(word, 0);
    }

    private static Optional<Integer> days(String lower) {
        return DAYS.matcher(lower)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .max(Integer::compare);
    }

    private static Optional<Percentage> advance(String lower) {
        return ADVANCE.matcher(lower)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(points -> Percentage.parse(points).toJavaStream())
                .findFirst();
    }
}
