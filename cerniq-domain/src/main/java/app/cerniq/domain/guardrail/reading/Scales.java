package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.reading.NumberWords.Kind;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers put together from groups below a thousand and words for thousands and more: "două milioane trei sute de mii
 * patruzeci și doi", "one thousand two hundred and thirty-four", "twelve hundred", "2,5 mii", "3k".
 */
final class Scales {

    private static final Set<String> DECIMAL_POINT = Set.of("virgula", "point", "comma");
    private static final BigDecimal ENDLESS = new BigDecimal("1e18");
    private static final int MOST_DECIMALS = 6;

    /**
     * A number below a thousand, or "twelve hundred" below ten thousand.
     *
     * @param article whether it is only "un", "o", "a" or "one"
     */
    private record Group(BigDecimal value, int next, boolean article) {}

    private Scales() {}

    /** The number in words that begins at a token; null where none does. */
    static @Nullable Figure words(Tokens tokens, int at) {
        if (DECIMAL_POINT.contains(tokens.at(at).text())) {
            return NumberWords.of(tokens.at(at + 1)) == null || plainArticle(tokens, at + 1)
                    ? null
                    : unsure(tokens, at + 1);
        }
        var group = group(tokens, at);
        return group == null ? null : from(tokens, group);
    }

    /** What a figure in digits and the scale words after it make; null where there are none. */
    static @Nullable Figure after(Tokens tokens, BigDecimal value, int next) {
        var word = NumberWords.of(tokens.at(next));
        if (word != null && word.kind() == Kind.SUFFIX) {
            var scaled = value.multiply(BigDecimal.valueOf(word.value()));
            var dot = tokens.at(next + 1).mark('.')
                    && tokens.at(next + 1).glued()
                    && !word.equals(NumberWords.of(tokens.at(next + 1)));
            var abbreviated =
                    dot && tokens.at(next + 2).word() && !tokens.at(next + 2).startsLine();
            return certain(scaled, abbreviated ? next + 2 : next + 1);
        }
        if (word != null && word.kind() == Kind.HUNDRED) {
            var hundreds = value.multiply(BigDecimal.valueOf(100));
            return from(tokens, tail(tokens, hundreds, next + 1));
        }
        var group = new Group(value, next, false);
        return scaleAfter(tokens, group) > 0 || decimalsFollow(tokens, next) ? from(tokens, group) : null;
    }

    private static Figure from(Tokens tokens, Group first) {
        var total = BigDecimal.ZERO;
        var last = ENDLESS;
        var group = first;
        while (true) {
            var at = scaleAfter(tokens, group);
            if (at == 0) {
                total = total.add(group.value());
                return finished(
                        tokens, total, group.next(), first.article() && last.compareTo(ENDLESS) == 0, BigDecimal.ONE);
            }
            var scale = scaleAt(tokens, at);
            if (scale.compareTo(last) >= 0) {
                return unsure(tokens, first.next());
            }
            total = total.add(group.value().multiply(scale));
            last = scale;
            var following = continued(tokens, at + 1, last);
            if (following == null) {
                return finished(tokens, total, at + 1, false, last);
            }
            group = following;
        }
    }

    /** The group after a scale word: in words, or in at most three digits ("2 mii 400"). */
    private static @Nullable Group continued(Tokens tokens, int at, BigDecimal last) {
        var and = tokens.is(at, "and") && tokens.at(at + 1).word();
        var begin = and ? at + 1 : at;
        var token = tokens.at(begin);
        var group =
                token.number() && token.gap() == Token.Gap.SPACE ? shortDigits(tokens, begin) : group(tokens, begin);
        if (group == null || group.value().compareTo(last) >= 0) {
            return null;
        }
        var end = group.article() && scaleAfter(tokens, group) == 0 && plainArticle(tokens, begin);
        return end ? null : group;
    }

    private static @Nullable Group shortDigits(Tokens tokens, int at) {
        var digits = Digits.at(tokens, at);
        if (digits == null
                || !digits.sure()
                || digits.next() > at + 1
                || tokens.at(at).text().length() > 3) {
            return null;
        }
        return new Group(digits.value(), digits.next(), false);
    }

    private static Figure finished(Tokens tokens, BigDecimal total, int next, boolean article, BigDecimal last) {
        if (decimalsFollow(tokens, next)) {
            return decimals(tokens, total, next + 1);
        }
        if (article && plainArticle(tokens, next - 1)) {
            return certainOrArticle(total, next, true);
        }
        var following = NumberWords.of(tokens.at(next));
        if (following != null
                && !plainArticle(tokens, next)
                && !idiom(total, following)
                && !tokens.at(next).startsLine()) {
            // "doi patru zero zero": read out digit by digit, or two numbers that nothing parts
            return following.kind() == Kind.SUFFIX ? certainOrArticle(total, next, article) : unsure(tokens, next);
        }
        var figure = certainOrArticle(total, next, article);
        var colloquial = tokens.is(next, "jumate") || tokens.is(next, "juma");
        if (colloquial && last.compareTo(BigDecimal.ONE) == 0 && total.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return unsure(tokens, next + 1);
        }
        var halves = Figure.halves(tokens, figure, last);
        return halves.next() > next ? halves : figure;
    }

    /** "două trei zile" is two to three days. */
    private static boolean idiom(BigDecimal total, NumberWords.Word following) {
        return following.kind() == Kind.DIGIT
                && total.compareTo(BigDecimal.TEN) < 0
                && total.add(BigDecimal.ONE).compareTo(BigDecimal.valueOf(following.value())) == 0;
    }

    private static Figure certain(BigDecimal value, int next) {
        return new Figure(value, next, true, false, false, Figure.NO);
    }

    private static Figure certainOrArticle(BigDecimal value, int next, boolean article) {
        return new Figure(value, next, true, article, false, Figure.NO);
    }

    /** Everything up to where no number stands any more, and nobody knows what it means. */
    private static Figure unsure(Tokens tokens, int at) {
        var end = at;
        while ((NumberWords.of(tokens.at(end)) != null && !plainArticle(tokens, end))
                || tokens.at(end).number()) {
            end++;
        }
        return new Figure(BigDecimal.ZERO, end, false, false, false, Figure.NO);
    }

    private static boolean plainArticle(Tokens tokens, int at) {
        var word = NumberWords.of(tokens.at(at));
        return word != null
                && word.kind() == Kind.ARTICLE
                && !tokens.is(at, "unu")
                && !tokens.is(at, "una")
                && !tokens.is(at, "one");
    }

    private static boolean decimalsFollow(Tokens tokens, int at) {
        if (!DECIMAL_POINT.contains(tokens.at(at).text())) {
            return false;
        }
        var digit = tokens.at(at + 1);
        return digit.number() || (NumberWords.of(digit) != null && !plainArticle(tokens, at + 1));
    }

    private static Figure decimals(Tokens tokens, BigDecimal whole, int from) {
        var digits = new StringBuilder();
        var at = from;
        while (single(tokens, at) >= 0 && digits.length() <= MOST_DECIMALS) {
            var next = single(tokens, at);
            if (next > 0
                    && single(tokens, at + 1) < 0
                    && !digits.toString().replace("0", "").isEmpty()) {
                digits.append(next);
                at++;
                break;
            }
            if (next > 0 && single(tokens, at + 1) < 0) {
                break;
            }
            digits.append(next);
            at++;
        }
        if (tokens.at(at).number()) {
            digits.append(tokens.at(at).text());
            at++;
        } else {
            var group = group(tokens, at);
            if (group != null && !plainArticle(tokens, at)) {
                digits.append(group.value().toPlainString());
                at = group.next();
            }
        }
        if (digits.length() == 0 || digits.length() > MOST_DECIMALS) {
            return unsure(tokens, at);
        }
        var value = whole.add(new BigDecimal("0." + digits));
        var scaled = new Group(value, at, false);
        var scale = scaleAfter(tokens, scaled);
        return scale == 0 ? certain(value, at) : certain(value.multiply(scaleAt(tokens, scale)), scale + 1);
    }

    /** The value of a word for one digit; -1 where none stands. */
    private static int single(Tokens tokens, int at) {
        var word = NumberWords.of(tokens.at(at));
        if (word == null || plainArticle(tokens, at)) {
            return -1;
        }
        return word.kind() == Kind.DIGIT || word.kind() == Kind.ARTICLE ? (int) word.value() : -1;
    }

    /** Where the scale word after a group stands, with or without "de" before it; 0 where there is none. */
    private static int scaleAfter(Tokens tokens, Group group) {
        var at = tokens.is(group.next(), "de") ? group.next() + 1 : group.next();
        if (tokens.is(at, "mie") && group.value().compareTo(BigDecimal.ONE) != 0) {
            return 0;
        }
        return scaleAt(tokens, at).signum() > 0 ? at : 0;
    }

    private static BigDecimal scaleAt(Tokens tokens, int at) {
        var word = NumberWords.of(tokens.at(at));
        if (word == null || (word.kind() != Kind.SCALE && word.kind() != Kind.DOZEN)) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(word.value());
    }

    private static @Nullable Group group(Tokens tokens, int at) {
        var word = NumberWords.of(tokens.at(at));
        if (word == null) {
            return null;
        }
        var value = BigDecimal.valueOf(word.value());
        return switch (word.kind()) {
            case ARTICLE ->
                hundred(tokens, at + 1)
                        ? tail(tokens, BigDecimal.valueOf(100), at + 2)
                        : new Group(BigDecimal.ONE, at + 1, true);
            case DIGIT, TEEN -> hundreds(tokens, value, at + 1);
            case TENS -> tens(tokens, value, at + 1);
            default -> null;
        };
    }

    private static Group tens(Tokens tokens, BigDecimal tens, int at) {
        var from = at;
        while (tokens.is(from, "-") || tokens.is(from, "'")) {
            from++;
            if (from > at + 1) {
                return new Group(tens, at, false);
            }
        }
        if (tokens.is(from, "si")) {
            from = tokens.is(from + 1, "-") ? from + 2 : from + 1;
        }
        var word = NumberWords.of(tokens.at(from));
        if (word == null) {
            return hundreds(tokens, tens, at);
        }
        var digit = (word.kind() == Kind.DIGIT && word.value() > 0)
                || (word.kind() == Kind.ARTICLE && (from > at || tokens.is(from, "one")));
        var joined = from > at || english(tokens, at - 1) || tokens.at(at).glued() || tokens.is(at - 1, "douaj");
        if (!digit || !joined || tokens.is(from, "a") || tokens.is(from, "an")) {
            return hundreds(tokens, tens, at);
        }
        if (tokens.is(at, "-") && !english(tokens, at - 1) && !tokens.is(at + 1, "si")) {
            // "douăzeci-treizeci" is a range and so is "zece-doi"; only English and slang join with a dash
            return new Group(tens, at, false);
        }
        return hundreds(tokens, tens.add(BigDecimal.valueOf(word.value())), from + 1);
    }

    private static boolean english(Tokens tokens, int at) {
        return tokens.at(at).text().endsWith("ty");
    }

    private static Group hundreds(Tokens tokens, BigDecimal value, int at) {
        return hundred(tokens, at) && value.signum() > 0
                ? tail(tokens, value.multiply(BigDecimal.valueOf(100)), at + 1)
                : new Group(value, at, false);
    }

    private static boolean hundred(Tokens tokens, int at) {
        var word = NumberWords.of(tokens.at(at));
        return word != null && word.kind() == Kind.HUNDRED;
    }

    /** What follows the hundreds. */
    private static Group tail(Tokens tokens, BigDecimal hundreds, int at) {
        var from = tokens.is(at, "and") ? at + 1 : at;
        var word = NumberWords.of(tokens.at(from));
        if (word == null || hundred(tokens, from + 1) || hundred(tokens, from)) {
            return new Group(hundreds, at, false);
        }
        return switch (word.kind()) {
            case ARTICLE ->
                plainArticle(tokens, from)
                        ? new Group(hundreds, at, false)
                        : new Group(hundreds.add(BigDecimal.ONE), from + 1, false);
            case DIGIT, TEEN -> new Group(hundreds.add(BigDecimal.valueOf(word.value())), from + 1, false);
            case TENS -> {
                var tens = tens(tokens, BigDecimal.valueOf(word.value()), from + 1);
                yield new Group(hundreds.add(tens.value()), tens.next(), false);
            }
            default -> new Group(hundreds, at, false);
        };
    }
}
