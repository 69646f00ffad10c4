package app.cerniq.domain.guardrail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.reading.Numerals.Gender;
import app.cerniq.domain.guardrail.reading.Numerals.Language;
import app.cerniq.domain.guardrail.reading.Numerals.Style;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/**
 * A number that is written in any of its forms, in a sentence of either language, comes back as the claim with exactly that
 * value: a hundred thousand cases, drawn from 500 seeds with 200 cases each.
 */
class NumeralGrammarTest {

    private static final int CASES = 200;

    /** What is counted, how to say it, and how to find it again. */
    private record Measure(
            String name,
            int decimals,
            BigDecimal most,
            List<String> romanian,
            List<String> english,
            Function<Claim, BigDecimal> value) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure(
                    "amount",
                    2,
                    new BigDecimal("999999999"),
                    List.of("lei", "RON", "euro", "de lei", "lei/t", "lei pe tonă", "lei + TVA"),
                    List.of("lei", "RON", "euros", "dollars", "EUR per tonne", "lei plus VAT"),
                    claim -> claim instanceof Claim.Amount found ? found.money().amount() : null),
            new Measure(
                    "share",
                    2,
                    new BigDecimal("100"),
                    List.of("%", "la sută", "procente", "de procente", "puncte procentuale"),
                    List.of("%", "percent", "pct", "percentage points"),
                    claim ->
                            claim instanceof Claim.Share found ? found.percent().points() : null),
            new Measure(
                    "goods",
                    2,
                    new BigDecimal("99999999"),
                    List.of("tone", "de tone", "kg", "de kilograme", "litri", "t", "ha"),
                    List.of("tonnes", "litres", "metric tons", "hectares", "kilograms"),
                    claim -> claim instanceof Claim.Goods found
                            ? found.quantity().value()
                            : null),
            new Measure(
                    "pieces",
                    0,
                    new BigDecimal("9999999"),
                    List.of("saci", "de saci", "bucăți", "de bucăți", "paleți"),
                    List.of("bags", "pieces", "pallets", "sets"),
                    claim -> claim instanceof Claim.Goods found
                            ? found.quantity().value()
                            : null),
            new Measure(
                    "term",
                    0,
                    new BigDecimal("99999"),
                    List.of("zile", "de zile", "zile lucrătoare"),
                    List.of("days", "working days", "calendar days"),
                    claim -> claim instanceof Claim.Term found ? found.most() : null));

    private static final List<String> GLUED = List.of("kg", "t", "lei", "RON");

    private static final List<String> ROMANIAN = List.of(
            "Vă putem oferi {}.",
            "Este vorba de {}, cum am stabilit.",
            "Confirmăm {} pentru dumneavoastră",
            "{}",
            "Așadar: {}!",
            "Domnule Popa, avem în vedere {}; revenim.",
            "- ofertă: {}\n- mulțumim",
            "Ureea: {} (conform discuției)",
            "Am notat «{}» în comandă.",
            "Rămâne {} ?");
    private static final List<String> ENGLISH = List.of(
            "We can offer you {}.",
            "That makes {}, as agreed.",
            "{}",
            "Confirmed: {}!",
            "So it is {} for you",
            "Our offer ({}) stands.",
            "* {}\n* thanks",
            "Please note {}; we will be back.");

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void a_number_comes_back_whatever_form_it_was_written_in(@ForAll @LongRange(min = 0) long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            oneCase(random);
        }
    }

    private static void oneCase(Random random) {
        var measure = pick(random, MEASURES);
        var romanian = random.nextBoolean();
        var value = value(random, measure);
        var figure = figure(random, value, romanian);
        var unit = pick(random, romanian ? measure.romanian() : measure.english());
        var digits = Character.isDigit(figure.charAt(figure.length() - 1));
        var glued = unit.startsWith("%") || (digits && random.nextInt(20) == 0 && GLUED.contains(unit));
        var glue = glued ? "" : random.nextInt(8) == 0 ? "\u00A0" : " ";
        var text = pick(random, romanian ? ROMANIAN : ENGLISH).replace("{}", figure + glue + unit);

        var claims = Shelf.read(text);

        var values = claims.stream()
                .map(measure.value())
                .filter(java.util.Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
        assertThat(values)
                .as("%s in «%s», read as %s", value, text, claims)
                .containsExactly(value.stripTrailingZeros());
        assertThat(claims).as(text).noneMatch(Claim.Unread.class::isInstance);
    }

    private static BigDecimal value(Random random, Measure measure) {
        var most = measure.most().longValue();
        var whole = switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextLong(Math.min(most, 20));
            case 1 -> 1 + random.nextLong(Math.min(most, 1000));
            case 2 -> Math.max(1, random.nextLong(Math.min(most, 100_000)) / 100 * 100);
            default -> 1 + random.nextLong(most);
        };
        if (measure.decimals() == 0 || whole == most || random.nextInt(3) > 0) {
            return BigDecimal.valueOf(whole);
        }
        return BigDecimal.valueOf(whole)
                .add(BigDecimal.valueOf(random.nextInt(100), 2))
                .setScale(2, RoundingMode.UNNECESSARY);
    }

    private static String figure(Random random, BigDecimal value, boolean romanian) {
        if (random.nextBoolean()) {
            return disguised(random, digits(random, value, romanian));
        }
        if (!romanian) {
            var words = Numerals.words(value, Language.ENGLISH, Gender.MASCULINE);
            return switch (random.nextInt(5)) {
                case 0 -> words.replace(" and ", " ");
                case 1 -> words.replace('-', ' ');
                case 2 -> words.toUpperCase(java.util.Locale.ROOT);
                case 3 -> hundreds(value, words);
                default -> words;
            };
        }
        var words = Numerals.words(value, Language.ROMANIAN, random.nextBoolean() ? Gender.FEMININE : Gender.MASCULINE);
        return switch (random.nextInt(7)) {
            case 0 -> Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            case 1 -> words.replace('ș', 'ş').replace('ț', 'ţ');
            case 2 -> words.toUpperCase(java.util.Locale.ROOT);
            case 3 -> Normalizer.normalize(words, Normalizer.Form.NFD);
            case 4 -> words.replace(" și ", "și");
            case 5 -> words.replace('a', 'а').replace('e', 'е').replace('o', 'о');
            default -> words;
        };
    }

    /** "twelve hundred" where it can be said. */
    private static String hundreds(BigDecimal value, String otherwise) {
        var plain = value.stripTrailingZeros();
        if (plain.scale() > -2
                || plain.compareTo(BigDecimal.valueOf(9999)) > 0
                || plain.compareTo(BigDecimal.valueOf(1100)) < 0) {
            return otherwise;
        }
        var count = plain.movePointLeft(2);
        return count.remainder(BigDecimal.TEN).signum() == 0
                ? otherwise
                : Numerals.words(count, Language.ENGLISH, Gender.MASCULINE) + " hundred";
    }

    private static String digits(Random random, BigDecimal value, boolean romanian) {
        var styles = romanian
                ? List.of(Style.PLAIN_COMMA, Style.ROMANIAN, Style.SPACED, Style.THIN, Style.APOSTROPHE)
                : List.of(Style.PLAIN_POINT, Style.ENGLISH, Style.NO_BREAK, Style.APOSTROPHE);
        if (romanian
                && random.nextInt(10) == 0
                && value.remainder(BigDecimal.valueOf(100)).signum() == 0
                && value.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            var mii = value.movePointLeft(3).stripTrailingZeros();
            return Numerals.digits(mii, Style.PLAIN_COMMA) + pick(random, List.of(" mii", " mii", "k"));
        }
        return Numerals.digits(value, pick(random, styles));
    }

    /** Invisible characters inside, digits of other scripts. */
    private static String disguised(Random random, String digits) {
        var zero = switch (random.nextInt(12)) {
            case 0 -> '０';
            case 1 -> '٠';
            case 2 -> '०';
            default -> '0';
        };
        var hidden = switch (random.nextInt(12)) {
            case 0 -> "\u200B";
            case 1 -> "\u00AD";
            case 2 -> "\u2060";
            default -> "";
        };
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            var c = digits.charAt(i);
            text.append(c >= '0' && c <= '9' ? (char) (c - '0' + zero) : c);
            if (random.nextInt(3) == 0) {
                text.append(hidden);
            }
        }
        return text.toString();
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
