package app.cerniq.domain.guardrail.reading;

/** Words that look like a SKU: two to six letters and two to six digits with at most a dash between, and what hangs on them. */
final class UnknownCodes {

    private UnknownCodes() {}

    /** Where the code that begins with a token ends; 0 where none does. */
    static int end(Tokens tokens, int at) {
        var letters = tokens.at(at);
        if (!letters.word()
                || (letters.glued()
                        && at > 0
                        && (tokens.at(at - 1).word() || tokens.at(at - 1).number()))) {
            return 0;
        }
        var head = at;
        while (joined(tokens, head) && tokens.at(head + 2).word()) {
            head += 2;
        }
        var length = letters.text().length();
        var dash = joined(tokens, head);
        var digits = tokens.at(dash ? head + 2 : head + 1);
        var formed = length >= 2
                && length <= 6
                && digits.number()
                && digits.glued()
                && !digits.odd()
                && digits.text().length() >= 2
                && digits.text().length() <= 6;
        if (!formed || known(letters.text())) {
            return 0;
        }
        var end = dash ? head + 3 : head + 2;
        while (hangs(tokens, end)) {
            end += tokens.at(end).mark('-') ? 2 : 1;
        }
        return Trail.closes(tokens, end) ? end : 0;
    }

    private static boolean joined(Tokens tokens, int at) {
        var dash = tokens.at(at + 1);
        return dash.glued()
                && (dash.mark('-') || dash.mark('_'))
                && tokens.at(at + 2).glued();
    }

    private static boolean hangs(Tokens tokens, int at) {
        var token = tokens.at(at);
        if (!token.glued()) {
            return false;
        }
        var next = tokens.at(at + 1);
        return token.word() || token.number() || (token.mark('-') && next.glued() && (next.word() || next.number()));
    }

    private static boolean known(String word) {
        return Words.currency(word) != null
                || Words.unit(word) != null
                || Words.time(word) != null
                || Words.month(word) != null
                || Cue.of(word) != null
                || Words.PER.contains(word)
                || NumberWords.knows(word);
    }
}
