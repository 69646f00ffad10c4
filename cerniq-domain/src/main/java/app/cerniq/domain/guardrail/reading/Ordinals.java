package app.cerniq.domain.guardrail.reading;

import java.util.HashSet;
import java.util.Set;

/**
 * The numbers of lists: "1." or "1)" at the beginning of a line. Where three digits follow ("1. 234"), which may be a number
 * pulled apart, only those that count on from one another.
 */
final class Ordinals {

    private final Page page;
    private final Tokens tokens;
    private final Set<Integer> seen = new HashSet<>();

    Ordinals(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        for (int at = 0; at < page.size(); at++) {
            if (formed(at)) {
                seen.add(Integer.parseInt(tokens.at(at).text()));
            }
        }
    }

    boolean exempt(int at) {
        if (!formed(at)) {
            return false;
        }
        var after = tokens.at(at + 2);
        if (!after.number() || after.text().length() != 3 || tokens.at(at + 1).mark(')')) {
            return true;
        }
        var number = Integer.parseInt(tokens.at(at).text());
        return seen.contains(number - 1) || (number == 1 && seen.contains(2));
    }

    int after(int at) {
        return at + 2;
    }

    private boolean formed(int at) {
        var token = tokens.at(at);
        var mark = tokens.at(at + 1);
        var next = tokens.at(at + 2);
        return token.startsLine()
                && token.number()
                && !token.odd()
                && token.text().length() <= 2
                && mark.glued()
                && (mark.mark('.') || mark.mark(')'))
                && at + 2 < page.size()
                && !next.glued()
                && !next.startsLine();
    }
}
