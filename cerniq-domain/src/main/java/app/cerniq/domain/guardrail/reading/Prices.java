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
     */
    record Tail(int end, @Nullable Unit per, boolean each, Vat vat) {}

    private static final Set<String> WITHOUT = Set.of(
            "fara",
            "plus",
            "without",
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

    private Prices() {}

    /** Reads on from the token after an amount's currency; the amount begins with token {@code begin}. */
    static Tail tail(Page page, int begin, int from) {
        var tokens = page.tokens();
        Unit per = null;
        var each = false;
        var end = from;
        for (int at = from; at <= from + 4; ) {
            var unit = per(tokens, at);
            if (unit > 0) {
                per = unitBefore(tokens, unit);
                end = unit;
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
        return new Tail(end, per == null && !each ? perBefore(page, begin) : per, each, vatAround(page, from));
    }

    /** "prețul pentru o tonă este 2.400", "o tonă costă 2.400". */
    private static @Nullable Unit perBefore(Page page, int begin) {
        var tokens = page.tokens();
        for (int at = begin - 1; at > 0 && begin - at <= 6 && page.sameClause(at, begin) && !page.digits(at); at--) {
            if (Words.PER.contains(tokens.at(at - 1).text()) && unit(tokens, at) > 0) {
                return Words.unit(tokens.at(at).text());
            }
        }
        return null;
    }

    /** Where "/t", "pe tonă", "la o tonă", "tona", "a tonne" ends; 0 where none stands. */
    static int per(Tokens tokens, int from) {
        var at = from;
        if (tokens.at(at).mark('/')) {
            at++;
        } else {
            while (at < from + 2 && Words.PER.contains(tokens.at(at).text())) {
                at++;
            }
        }
        var unit = unit(tokens, at);
        if (unit == 0
                || (at == from
                        && (tokens.at(at).startsLine() || tokens.at(at).text().length() < 2))) {
            return 0;
        }
        return unit;
    }

    private static int unit(Tokens tokens, int at) {
        var word = tokens.at(at);
        if (!word.word() || Words.unit(word.text()) == null) {
            return 0;
        }
        var power = tokens.at(at + 1);
        return word.is("m") && power.glued() && (power.is("2") || power.is("3")) ? at + 2 : at + 1;
    }

    private static @Nullable Unit unitBefore(Tokens tokens, int end) {
        var last = tokens.at(end - 1);
        if (last.number()) {
            return last.is("2") ? Unit.SQUARE_METRE : Unit.CUBIC_METRE;
        }
        return Words.unit(last.text());
    }

    static boolean vat(Token token) {
        return token.is("tva") || token.is("vat");
    }

    /** Whether VAT is in, by the words after the amount in its sentence, else by those before. */
    private static Vat vatAround(Page page, int from) {
        var tokens = page.tokens();
        for (int at = from; at < from + 8 && at < page.size() && page.sameSentence(at, from - 1); at++) {
            if (page.digits(at) && !vat(tokens.at(at - 1)) && !tokens.is(at - 1, "de")) {
                break;
            }
            if (vat(tokens.at(at))) {
                return stance(tokens, at, Math.max(from, at - 3), at + 6);
            }
            if (tokens.is(at, "net") || tokens.is(at, "neto")) {
                return Vat.EXCLUDED;
            }
            if (tokens.is(at, "brut") || tokens.is(at, "gross")) {
                return Vat.INCLUDED;
            }
        }
        for (int at = from - 1; at >= 0 && from - at < 14 && page.sameSentence(at, from - 1); at--) {
            if (vat(tokens.at(at))) {
                return stance(tokens, at, at - 3, Math.min(at + 3, from - 1));
            }
        }
        return Vat.UNSTATED;
    }

    private static Vat stance(Tokens tokens, int vat, int from, int to) {
        for (int at = vat - 1; at >= from; at--) {
            var word = tokens.at(at);
            if (WITHOUT.contains(word.text()) || word.mark('+')) {
                return Vat.EXCLUDED;
            }
            if (WITH.contains(word.text())) {
                return tokens.is(at - 1, "nu") || tokens.is(at - 1, "not") ? Vat.EXCLUDED : Vat.INCLUDED;
            }
        }
        for (int at = vat + 1; at < to; at++) {
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
