package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.shared.Unit;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts, by the words right after it.
 *
 * @param end the token after those words
 * @param currency for money
 * @param unit for goods
 * @param time for times
 * @param shift by how many places the figure moves to be in the unit: -2 for bani, -1 for per mille
 */
record Suffix(
        Kind kind,
        int end,
        @Nullable Currency currency,
        @Nullable Unit unit,
        Words.@Nullable Time time,
        boolean workingDays,
        int shift) {

    enum Kind {
        SHARE,
        MONEY,
        GOODS,
        TIME,
        NONE
    }

    private static final Set<String> WORKING =
            Set.of("lucratoare", "lucratori", "lucratoar", "working", "business", "bancare", "banking");
    private static final Set<String> BEFORE_UNIT = Set.of("full", "calendar", "metric", "intregi", "whole");
    private static final Set<String> COINS = Set.of("bani", "ban", "cents", "cent", "eurocenti", "centi");

    private static Suffix of(Kind kind, int end) {
        return new Suffix(kind, end, null, null, null, false, 0);
    }

    /** Looks at the words from a token on. */
    static Suffix at(Tokens tokens, int from) {
        var share = share(tokens, from);
        if (share != null) {
            return share;
        }
        var at = from;
        if ((tokens.at(at).mark(',') || tokens.at(at).mark('.'))
                && tokens.at(at + 1).mark('-')
                && tokens.at(at + 1).glued()) {
            at += 2;
        }
        if (tokens.is(at, "de") || hyphen(tokens, at)) {
            at++;
        }
        var currency = Words.currency(tokens.at(at).text());
        if (currency != null && !label(tokens, at)) {
            return new Suffix(Kind.MONEY, at + 1, currency, null, null, false, 0);
        }
        if (tokens.is(at, "bani") || tokens.is(at, "ban")) {
            return new Suffix(Kind.MONEY, at + 1, Currency.getInstance("RON"), null, null, false, -2);
        }
        if (COINS.contains(tokens.at(at).text())) {
            return new Suffix(Kind.MONEY, at + 1, Currency.getInstance("EUR"), null, null, false, -2);
        }
        return measured(tokens, at, from);
    }

    /** "fifteen-percent", "15-day". */
    private static boolean hyphen(Tokens tokens, int at) {
        return tokens.at(at).mark('-')
                && tokens.at(at).glued()
                && tokens.at(at + 1).word()
                && tokens.at(at + 1).glued();
    }

    private static @Nullable Suffix share(Tokens tokens, int at) {
        var token = tokens.at(at);
        if (token.mark('%')) {
            return of(Kind.SHARE, at + 1);
        }
        if (token.mark('\u2030')) {
            return new Suffix(Kind.SHARE, at + 1, null, null, null, false, -1);
        }
        if (token.is("la") && (tokens.is(at + 1, "suta") || tokens.at(at + 1).mark('%'))) {
            return of(Kind.SHARE, at + 2);
        }
        if (token.is("la") && tokens.is(at + 1, "mie")) {
            return new Suffix(Kind.SHARE, at + 2, null, null, null, false, -1);
        }
        if (token.is("per") && (tokens.is(at + 1, "cent") || tokens.is(at + 1, "suta"))) {
            return of(Kind.SHARE, at + 2);
        }
        var noun = token.is("de") || hyphen(tokens, at) ? at + 1 : at;
        if (Words.PERCENT.contains(tokens.at(noun).text())) {
            return of(Kind.SHARE, noun + 1);
        }
        var points = tokens.is(noun, "puncte") || tokens.is(noun, "percentage") || tokens.is(noun, "punct");
        var percentage = tokens.at(noun + 1).text();
        return points && (percentage.startsWith("procentual") || percentage.startsWith("point"))
                ? of(Kind.SHARE, noun + 2)
                : null;
    }

    private static Suffix measured(Tokens tokens, int from, int begin) {
        var at = from;
        var working = false;
        while (at < from + 2
                && (BEFORE_UNIT.contains(tokens.at(at).text())
                        || WORKING.contains(tokens.at(at).text()))) {
            working |= WORKING.contains(tokens.at(at).text());
            at++;
        }
        var word = tokens.at(at);
        if (!word.word() || label(tokens, at) || (word.is("to") && figureFollows(tokens, at + 1))) {
            return of(Kind.NONE, begin);
        }
        var power = tokens.at(at + 1);
        if (word.is("m") && power.glued() && (power.is("2") || power.is("3"))) {
            var unit = power.is("2") ? Unit.SQUARE_METRE : Unit.CUBIC_METRE;
            return new Suffix(Kind.GOODS, at + 2, null, unit, null, false, 0);
        }
        if (word.text().startsWith("metr") || word.text().startsWith("meter")) {
            var unit = tokens.at(at + 1).text().startsWith("patra")
                    ? Unit.SQUARE_METRE
                    : tokens.at(at + 1).text().startsWith("cub") ? Unit.CUBIC_METRE : null;
            if (unit != null) {
                return new Suffix(Kind.GOODS, at + 2, null, unit, null, false, 0);
            }
        }
        if ((word.is("square") || word.is("cubic")) && Words.unit(power.text()) == Unit.METRE) {
            var unit = word.is("square") ? Unit.SQUARE_METRE : Unit.CUBIC_METRE;
            return new Suffix(Kind.GOODS, at + 2, null, unit, null, false, 0);
        }
        var time = Words.time(word.text());
        if (time != null) {
            var after = WORKING.contains(power.text());
            return new Suffix(Kind.TIME, after ? at + 2 : at + 1, null, null, time, working || after, 0);
        }
        var unit = Words.unit(word.text());
        return unit == null ? of(Kind.NONE, begin) : new Suffix(Kind.GOODS, at + 1, null, unit, null, false, 0);
    }

    /** "10 to 12 lei": "to" is tonnes only where no figure follows. */
    private static boolean figureFollows(Tokens tokens, int at) {
        return tokens.at(at).number()
                || NumberWords.of(tokens.at(at)) != null
                || Words.currency(tokens.at(at).text()) != null;
    }

    /** Whether a word at the beginning of a line is the label of that line and not the unit of the figure before. */
    private static boolean label(Tokens tokens, int at) {
        return tokens.at(at).startsLine() && tokens.at(at + 1).mark(':');
    }
}
