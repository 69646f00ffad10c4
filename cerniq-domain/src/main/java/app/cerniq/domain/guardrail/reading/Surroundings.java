package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.reading.Suffix.Kind;
import java.util.EnumSet;
import java.util.Set;

/** What stands around a figure: what hangs on it, what it is joined to or multiplied with, whether a price stands there. */
final class Surroundings {

    /** "vă fac 2.350", "las 2.300". */
    private static final Set<String> OFFERS =
            Set.of("fac", "facem", "dau", "dam", "las", "lasam", "cer", "cerem", "ofer", "oferim", "offer", "ask");

    private static final Set<Use> PRICES = EnumSet.of(Use.PRICE, Use.TOTAL);
    private static final Set<String> JOINTS = Set.of("si", "sau", "la", "pana", "ori", "to", "or", "and", "respectiv");

    private final Page page;
    private final Tokens tokens;

    Surroundings(Page page) {
        this.page = page;
        this.tokens = page.tokens();
    }

    /** Letters and digits that hang on a figure are part of what nobody understands. */
    int glued(int from) {
        var end = from;
        while (tokens.at(end).glued()
                && (tokens.at(end).word() || tokens.at(end).number())) {
            end++;
        }
        return end;
    }

    /** "XV lei": Roman numerals where only a figure can stand. */
    boolean roman(int at) {
        var word = tokens.at(at).text();
        if (word.length() < 2 || !tokens.at(at).word()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ("ivxlcdm".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        var suffix = Suffix.at(tokens, at + 1);
        return suffix.kind() != Kind.NONE && Words.currency(word) == null && !Prices.vat(tokens.at(at));
    }

    /** "l.200", "I5 %", "O,5": letters that pose as digits. */
    boolean pretended(int at) {
        var word = tokens.at(at);
        if (!word.word() || Words.currency(word.text()) != null) {
            return false;
        }
        var next = tokens.at(at + 1);
        if (next.number() && next.glued()) {
            return !word.is("x");
        }
        var digit = word.is("l") || word.is("i") || word.is("o");
        var separated = next.glued() && (next.mark('.') || next.mark(','));
        return digit
                && separated
                && tokens.at(at + 2).number()
                && tokens.at(at + 2).glued();
    }

    /** Where the figure begins that this one is joined to; 0 where none is. */
    int joint(int end) {
        var token = tokens.at(end);
        var at = end;
        if (token.mark('-') || token.mark(',') || token.mark('/') || JOINTS.contains(token.text())) {
            at++;
            if ((token.is("pana") && tokens.is(at, "la")) || (token.is("la") && tokens.is(at, "la"))) {
                at++;
            }
        } else if (NumberWords.of(token) == null) {
            return 0;
        }
        if (tokens.at(at).startsLine() || (at > end && token.mark('-') && token.startsLine())) {
            return 0;
        }
        var word = NumberWords.of(tokens.at(at));
        var figure = page.digits(at)
                || (word != null && word.kind() != NumberWords.Kind.ARTICLE && word.kind() != NumberWords.Kind.SUFFIX);
        var money = Words.currency(tokens.at(at).text()) != null && page.digits(at + 1);
        return figure || money ? at : 0;
    }

    /** Where the figure begins that this one is multiplied with; 0 where none is. */
    int times(int end) {
        var token = tokens.at(end);
        if (token.is("x") || token.is("ori") || token.is("times") || token.mark('@')) {
            var money = Words.currency(tokens.at(end + 1).text()) != null && page.digits(end + 2);
            return money || page.digits(end + 1) || NumberWords.of(tokens.at(end + 1)) != null ? end + 1 : 0;
        }
        return page.digits(end) && token.gap() == Token.Gap.EMPHASIS ? end : 0;
    }

    /** Whether a figure without a currency stands where a price does: "la 2.400 pe tonă", "prețul e 2400", "= 48.000". */
    boolean priced(int begin, int end) {
        var before = tokens.at(begin - 1);
        if (before.mark('=') || before.mark('@') || before.is("x") || before.is("at") || before.is("la")) {
            return true;
        }
        var after = tokens.at(end);
        if ((after.mark('/') && Prices.per(tokens, end)) || Words.EACH.contains(after.text())) {
            return true;
        }
        if ((after.is("pe") || after.is("per") || after.is("la")) && Prices.per(tokens, end)) {
            return true;
        }
        for (int at = begin - 1; at >= 0 && begin - at <= 8 && page.sameClause(at, begin); at--) {
            var use = Cue.of(tokens.at(at).text());
            if (use != null) {
                return PRICES.contains(use);
            }
        }
        if (OFFERS.contains(before.text()) && !after.word()) {
            return true;
        }
        if (page.priceBefore(begin) && (before.is("e") || before.is("este") || before.is("is") || before.mark(':'))) {
            return true;
        }
        return after.is("tva")
                || ((after.mark('+') || after.is("plus") || after.is("fara") || after.is("cu"))
                        && tokens.is(end + 1, "tva"));
    }
}
