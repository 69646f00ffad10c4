package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.reading.NumberWords.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text, in digits, in words, or in both ("2,5 mii", "2 mii patru sute"), in Romanian or English.
 *
 * @param value empty of meaning where {@code sure} is false
 * @param next the token after it
 * @param sure whether it can be read in one way only
 * @param article whether it is only "un", "o", "a" or "one", which may as well be no number at all
 * @param loneSeparator as {@link Digits} has it
 * @param part whether it is a part of a whole, such as "jumătate" or ½
 */
record Figure(BigDecimal value, int next, boolean sure, boolean article, boolean part, char loneSeparator) {

    /** No separator that can be read in two ways. */
    static final char NO = '\u0000';

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    /** The number that begins at a token; null where none does. */
    static @Nullable Figure at(Tokens tokens, int at) {
        var token = tokens.at(at);
        return switch (token.kind()) {
            case NUMBER -> inDigits(tokens, at);
            case FRACTION -> new Figure(vulgar(token), at + 1, vulgar(token).signum() > 0, false, true, NO);
            case WORD -> inWords(tokens, at);
            default -> null;
        };
    }

    private static Figure whole(BigDecimal value, int next) {
        return new Figure(value, next, true, false, false, NO);
    }

    private static Figure unsure(int next) {
        return new Figure(BigDecimal.ZERO, next, false, false, false, NO);
    }

    private static @Nullable Figure inDigits(Tokens tokens, int at) {
        var digits = Digits.at(tokens, at);
        if (digits == null) {
            return null;
        }
        if (!digits.sure()) {
            return unsure(digits.next());
        }
        var after = tokens.at(digits.next());
        if (after.kind() == Token.Kind.FRACTION && after.gap().compareTo(Token.Gap.SPACE) <= 0) {
            return whole(digits.value().add(vulgar(after)), digits.next() + 1);
        }
        var slash = simpleFraction(tokens, at, digits);
        if (slash != null) {
            return slash;
        }
        var scaled = Scales.after(tokens, digits.value(), digits.next());
        return scaled != null
                ? scaled
                : halves(
                        tokens,
                        new Figure(digits.value(), digits.next(), true, false, false, digits.loneSeparator()),
                        BigDecimal.ONE);
    }

    /** 1/2, 3/4: only where both are single digits, for 24/7 and 10/12 are something else. */
    private static @Nullable Figure simpleFraction(Tokens tokens, int at, Digits digits) {
        var above = tokens.at(at).text();
        var below = tokens.at(digits.next() + 1);
        if (digits.next() != at + 1
                || above.length() != 1
                || !tokens.at(at + 1).mark('/')
                || !tokens.at(at + 1).glued()
                || !below.number()
                || !below.glued()
                || below.text().length() != 1) {
            return null;
        }
        var value = ratio(above.charAt(0), below.text().charAt(0));
        return new Figure(value, at + 3, value.signum() > 0, false, true, NO);
    }

    private static BigDecimal vulgar(Token token) {
        return ratio(token.text().charAt(0), token.text().charAt(1));
    }

    /** Zero where it is not exact, or not below one. */
    private static BigDecimal ratio(char above, char below) {
        var over = below - '0';
        if (over == 2 || over == 4 || over == 5 || over == 8) {
            var value = BigDecimal.valueOf(above - '0').divide(BigDecimal.valueOf(over));
            return value.compareTo(BigDecimal.ONE) < 0 ? value : BigDecimal.ZERO;
        }
        return BigDecimal.ZERO;
    }

    private static @Nullable Figure inWords(Tokens tokens, int at) {
        var part = part(tokens, at);
        if (part == null) {
            return Scales.words(tokens, at);
        }
        // "jumătate de milion", "half a million"
        var scaled = part.sure() ? Scales.after(tokens, part.value(), part.next()) : null;
        return scaled == null ? part : scaled;
    }

    /** "jumătate", "o jumătate", "un sfert", "trei sferturi", "două treimi", "a half", "a quarter", "two thirds". */
    static @Nullable Figure part(Tokens tokens, int at) {
        var one = NumberWords.of(tokens.at(at));
        if (one != null && (one.kind() == Kind.ARTICLE || one.kind() == Kind.DIGIT)) {
            var count = BigDecimal.valueOf(one.value());
            var name = tokens.at(at + 1).is("-") ? at + 2 : at + 1;
            var noun = tokens.at(name).text();
            if (Words.HALF.contains(noun) && one.value() == 1) {
                return new Figure(HALF, name + 1, true, false, true, NO);
            }
            if (Words.QUARTER.contains(noun) && one.value() < 4 && one.value() > 0) {
                return new Figure(QUARTER.multiply(count), name + 1, true, false, true, NO);
            }
            var third = noun.equals("third") && (tokens.is(name + 1, "of") || tokens.is(name + 1, "off"));
            if (third || (Words.THIRD.contains(noun) && one.value() < 3 && !noun.equals("third"))) {
                return unsure(name + 1);
            }
            return null;
        }
        var word = tokens.at(at).text();
        if (!Words.HALF.contains(word)) {
            return null;
        }
        if (word.equals("half") && tokens.is(at + 1, "a")) {
            return tokens.is(at + 2, "dozen")
                    ? whole(BigDecimal.valueOf(6), at + 3)
                    : new Figure(HALF, at + 2, true, false, true, NO);
        }
        return new Figure(HALF, at + 1, true, false, true, NO);
    }

    /** "20 t și jumătate din preț" is not 20.5 t. */
    private static boolean ofAPrice(Tokens tokens, int at) {
        return tokens.is(at, "din")
                || tokens.is(at, "of")
                || tokens.is(at, "price")
                || (tokens.is(at, "de") && tokens.at(at + 1).text().startsWith("pret"));
    }

    /** What "și jumătate", "jumate", "and a half", "și un sfert" after a number adds to it. */
    static Figure halves(Tokens tokens, Figure figure, BigDecimal ofWhat) {
        var and = tokens.is(figure.next(), "si") || tokens.is(figure.next(), "and");
        var at = figure.next() + (and ? 1 : 0);
        var bare = tokens.is(at, "jumate") || tokens.is(at, "juma");
        if ((!and && !bare) || !tokens.at(at).word()) {
            return figure;
        }
        var part = part(tokens, at);
        if (part == null || !part.sure() || ofAPrice(tokens, part.next())) {
            return figure;
        }
        return whole(figure.value().add(part.value().multiply(ofWhat)), part.next());
    }
}
