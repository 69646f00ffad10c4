package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.shared.Unit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around an amount: what it is for each of, and whether VAT is in it. */
final class Prices {

    /**
     * @param end the token after what was read
     * @param per null where nothing is said
     * @param each whether "each" is said, without a unit
     * @param foreign whether it is for something that nothing is sold by, such as an hour or a hundred kilograms
     */
    record Tail(int end, @Nullable Unit per, boolean each, boolean foreign, Vat vat) {}

    private static final Set<String> WITHOUT = Set.of(
            "fara",
            "plus",
            "without",
            "before",
            "inainte",
            "excluding",
            "excl",
            "exclusiv",
            "exclusive",
            "ex",
            "neinclus",
            "neinclusa",
            "excluded",
            "not");
    private static final Set<String> WITH = Set.of(
            "cu",
            "inclusiv",
            "inclus",
            "inclusa",
            "incluse",
            "include",
            "includ",
            "incl",
            "including",
            "included",
            "includes",
            "with",
            "inclusive");

    private static final Set<String> ARTICLES = Set.of("un", "o", "unui", "unei", "a", "an", "one", "the");

    private Prices() {}

    /** Reads on from the token after an amount's currency; the amount begins with token {@code begin}. */
    static Tail tail(Page page, int begin, int from) {
        var tokens = page.tokens();
        UnitWords.Read unit = null;
        var each = false;
        var end = from;
        for (int at = from; at <= from + 4; ) {
            unit = unit(tokens, at);
            if (unit != null) {
                end = unit.end();
                break;
            }
            if (Words.EACH.contains(tokens.at(at).text())) {
                each = true;
                end = at + 1;
                break;
            }
            // "lei + TVA / t", "lei fără TVA pe tonă"
            var vatWord = tokens.at(at);
            if (vat(vatWord)
                    || WITHOUT.contains(vatWord.text())
                    || WITH.contains(vatWord.text())
                    || vatWord.mark('+')
                    || vatWord.mark('(')
                    || vatWord.mark(')')) {
                at++;
            } else {
                break;
            }
        }
        if (unit == null && !each) {
            unit = unitBefore(page, begin);
        }
        var foreign = unit != null && unit.unit() == null;
        return new Tail(end, unit == null ? null : unit.unit(), each, foreign, vatAround(page, begin, from, end));
    }

    /** "prețul pentru o tonă este 2.400", "o tonă costă 2.400", "un sac de uree, 2.400", "rola de folie costă 2.400". */
    private static UnitWords.@Nullable Read unitBefore(Page page, int begin) {
        var tokens = page.tokens();
        for (int at = begin - 1; at >= 0 && begin - at <= 12 && page.sameSentence(at, begin); at--) {
            if (page.named(at)) {
                continue;
            }
            if (page.digits(at) || Words.currency(tokens.at(at).text()) != null) {
                return null;
            }
            var unit = UnitWords.at(tokens, at);
            if (unit == null) {
                continue;
            }
            var near = begin - at <= 6 && page.sameClause(at, begin);
            if (near && Words.PER.contains(tokens.at(at - 1).text())) {
                // "at 2.650 RON per tonne come to": what the amount before is for
                var before = tokens.at(at - 2);
                return before.number() || Words.currency(before.text()) != null ? null : unit;
            }
            var held = tokens.is(unit.end(), "de") || tokens.is(unit.end(), "of") || tokens.is(unit.end(), "cu");
            if (held
                    && (ARTICLES.contains(tokens.at(at - 1).text())
                            || definite(tokens.at(at).text()))) {
                return unit;
            }
        }
        return null;
    }

    private static boolean definite(String word) {
        return word.endsWith("ul") || word.endsWith("ului") || word.equals("tona") || word.equals("rola");
    }

    /** Whether what a price is for stands here: "/t", "pe tonă", "la o tonă", "tona", "a tonne". */
    static boolean per(Tokens tokens, int from) {
        return unit(tokens, from) != null;
    }

    private static UnitWords.@Nullable Read unit(Tokens tokens, int from) {
        var at = from;
        if (tokens.at(at).startsLine()) {
            return null;
        }
        var slash = tokens.at(at).mark('/');
        if (slash) {
            at++;
        } else {
            while (at < from + 2 && Words.PER.contains(tokens.at(at).text())) {
                at++;
            }
        }
        if (at > from && scaled(tokens, at)) {
            return new UnitWords.Read(null, at + 1);
        }
        var unit = UnitWords.at(tokens, at);
        if (unit == null) {
            return slash && tokens.at(at).word() && tokens.at(at).glued() ? new UnitWords.Read(null, at + 1) : null;
        }
        var label = at == from
                && (tokens.at(at).startsLine() || tokens.at(at).text().length() < 2);
        return label ? null : unit;
    }

    /** "pe sută de kilograme", "per 100 kg": for more than one of the unit. */
    private static boolean scaled(Tokens tokens, int at) {
        var next = tokens.is(at + 1, "de") ? at + 2 : at + 1;
        return (tokens.is(at, "suta") || tokens.is(at, "mie") || tokens.is(at, "hundred") || tokens.is(at, "thousand"))
                && UnitWords.at(tokens, next) != null;
    }

    static boolean vat(Token token) {
        return token.is("tva") || token.is("vat");
    }

    /** Whether VAT is in, by the words after the amount in its sentence, else by those before. */
    private static Vat vatAround(Page page, int begin, int from, int end) {
        var tokens = page.tokens();
        var label = tokens.at(begin - 1).mark(':') ? begin - 2 : begin - 1;
        if (net(tokens, label)) {
            return Vat.EXCLUDED;
        }
        if (gross(tokens, label)) {
            return Vat.INCLUDED;
        }
        var cell = page.columns().cellEnd(begin);
        for (int at = from;
                at < Math.min(from + 9, cell) && at < page.size() && page.sameSentence(at, from - 1);
                at++) {
            if (at >= end && page.digits(at) && !rate(tokens, at)) {
                break;
            }
            if (vat(tokens.at(at))) {
                return stance(page, at, Math.max(from, at - 3), at + 6);
            }
            if (net(tokens, at)) {
                return Vat.EXCLUDED;
            }
            if (gross(tokens, at)) {
                return Vat.INCLUDED;
            }
        }
        for (int at = from - 1; at >= 0 && from - at < 14 && page.sameSentence(at, from - 1); at--) {
            if (vat(tokens.at(at))) {
                return stance(page, at, at - 3, Math.min(at + 3, from - 1));
            }
            if (at < begin && net(tokens, at)) {
                return Vat.EXCLUDED;
            }
            if (at < begin && gross(tokens, at)) {
                return Vat.INCLUDED;
            }
        }
        return Vat.UNSTATED;
    }

    private static boolean net(Tokens tokens, int at) {
        return tokens.is(at, "net") || tokens.is(at, "neta") || tokens.is(at, "nete") || tokens.is(at, "neto");
    }

    private static boolean gross(Tokens tokens, int at) {
        return tokens.is(at, "brut") || tokens.is(at, "bruta") || tokens.is(at, "brute") || tokens.is(at, "gross");
    }

    /** The rate of the tax: "including 21% VAT", "TVA de 21 %". */
    private static boolean rate(Tokens tokens, int at) {
        return vat(tokens.at(at - 1))
                || tokens.is(at - 1, "de")
                || tokens.at(at + 1).mark('%');
    }

    private static Vat stance(Page page, int vat, int from, int to) {
        var tokens = page.tokens();
        for (int at = vat - 1; at >= from; at--) {
            var word = tokens.at(at);
            if (WITHOUT.contains(word.text()) || word.mark('+')) {
                return Vat.EXCLUDED;
            }
            if (WITH.contains(word.text())) {
                return tokens.is(at - 1, "nu") || tokens.is(at - 1, "not") ? Vat.EXCLUDED : Vat.INCLUDED;
            }
        }
        for (int at = vat + 1; at < to && page.sameSentence(at, vat); at++) {
            var word = tokens.at(at);
            if (word.is("nu") || word.is("not") || (WITHOUT.contains(word.text()) && !word.is("plus"))) {
                return Vat.EXCLUDED;
            }
            if (WITH.contains(word.text()) && !word.is("cu") && !word.is("with")) {
                return Vat.INCLUDED;
            }
        }
        return Vat.UNSTATED;
    }
}
