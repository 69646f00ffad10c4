package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.reading.Token.Gap;
import app.cerniq.domain.guardrail.reading.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** A text as a row of words, runs of digits and single marks. Reading past either end gives an empty mark. */
final class Tokens {

    private static final Token NOTHING = new Token(Kind.MARK, "\u0000", 0, 0, Gap.LINE, false);

    private final Token[] tokens;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens.toArray(Token[]::new);
    }

    static Tokens of(String text) {
        var folded = Folded.of(text);
        var tokens = new ArrayList<Token>(text.length() / 4 + 8);
        var gap = Gap.LINE;
        for (int at = 0; at < folded.length(); ) {
            var c = folded.at(at);
            var wider = gap(c);
            if (wider != null) {
                gap = gap.compareTo(wider) > 0 ? gap : wider;
                at++;
                continue;
            }
            var end = end(folded, at);
            add(folded, at, end, gap, tokens);
            gap = Gap.NONE;
            at = end;
        }
        return new Tokens(tokens);
    }

    private static @org.jspecify.annotations.Nullable Gap gap(char c) {
        return switch (c) {
            case ' ' -> Gap.SPACE;
            case '*', '_', '~' -> Gap.EMPHASIS;
            case '\t' -> Gap.TAB;
            case '\n' -> Gap.LINE;
            default -> null;
        };
    }

    private static int end(Folded folded, int at) {
        var c = folded.at(at);
        if (c == Folded.FRACTION) {
            return at + 3;
        }
        var end = at + 1;
        if (digit(c)) {
            while (end < folded.length() && digit(folded.at(end))) {
                end++;
            }
        } else if (Character.isLetter(c)) {
            while (end < folded.length() && Character.isLetter(folded.at(end))) {
                end++;
            }
        }
        return end;
    }

    private static void add(Folded folded, int at, int end, Gap gap, List<Token> tokens) {
        var c = folded.at(at);
        var begins = folded.begin(at);
        var ends = folded.begin(end);
        // Invisible characters after the token are not part of it, but what they hide must be inside some span.
        if (ends <= begins) {
            ends = begins + 1;
        }
        var odd = false;
        for (int i = at; i < end; i++) {
            odd |= folded.odd(i);
        }
        if (c == Folded.FRACTION) {
            tokens.add(new Token(Kind.FRACTION, folded.slice(at + 1, end), begins, ends, gap, false));
        } else if (digit(c) || c == Folded.ODD) {
            tokens.add(new Token(Kind.NUMBER, folded.slice(at, end), begins, ends, gap, odd));
        } else if (Character.isLetter(c)) {
            word(folded, at, end, gap, tokens);
        } else {
            tokens.add(new Token(Kind.MARK, folded.slice(at, end), begins, ends, gap, false));
        }
    }

    private static void word(Folded folded, int at, int end, Gap gap, List<Token> tokens) {
        var word = folded.slice(at, end);
        var cuts = Compounds.cuts(word);
        var from = 0;
        var before = gap;
        for (var cut : cuts) {
            tokens.add(new Token(
                    Kind.WORD,
                    word.substring(from, cut),
                    folded.begin(at + from),
                    folded.begin(at + cut),
                    before,
                    false));
            from = cut;
            before = Gap.NONE;
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    int size() {
        return tokens.length;
    }

    Token at(int index) {
        return index >= 0 && index < tokens.length ? tokens[index] : NOTHING;
    }

    /** The text from the first of the tokens to before the last. */
    Span span(int begin, int end) {
        return new Span(tokens[begin].begin(), tokens[end - 1].end());
    }

    boolean is(int index, String text) {
        return at(index).is(text);
    }
}
