package app.cerniq.domain.guardrail.reading;

/** Whether a name or code that ends in digits really ends there, or the digits are the beginning of a figure. */
final class Trail {

    private Trail() {}

    private static boolean counts(Token token) {
        var word = NumberWords.of(token);
        return word != null && word.kind() != NumberWords.Kind.ARTICLE;
    }

    static boolean closes(Tokens tokens, int end) {
        if (!tokens.at(end - 1).number()) {
            return true;
        }
        var next = tokens.at(end);
        var after = tokens.at(end + 1);
        if (next.glued() && (next.word() || next.number())) {
            return false;
        }
        if (next.mark('%') || next.mark('\u2030') || next.kind() == Token.Kind.FRACTION) {
            return false;
        }
        if (next.glued()
                && after.glued()
                && after.number()
                && "/:-;|".indexOf(next.text().charAt(0)) < 0) {
            return false;
        }
        var noun = next.is("de") || next.is("la") ? after : next;
        return Words.currency(noun.text()) == null
                && (Words.unit(noun.text()) == null || noun.startsLine())
                && (Words.time(noun.text()) == null || noun.startsLine())
                && !Words.PERCENT.contains(noun.text())
                && !noun.is("suta")
                && !noun.is("bani")
                && (next.startsLine() || !counts(next));
    }
}
