package app.cerniq.domain.guardrail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that follow each other, such as {@code garant* ~3 pe viata}: {@code *} stands for any ending, {@code |} for "or",
 * {@code ~3} for up to three words between.
 */
final class Pattern {

    private record Slot(List<String> words, int filler) {
        private boolean takes(Token token) {
            for (var word : words) {
                var prefix = word.endsWith("*");
                if (prefix ? token.text().startsWith(word.substring(0, word.length() - 1)) : token.is(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Slot> slots = new ArrayList<>();

    Pattern(String text) {
        var filler = 0;
        for (var part : text.split(" ", -1)) {
            if (part.startsWith("~")) {
                filler = Integer.parseInt(part.substring(1));
            } else {
                slots.add(new Slot(List.of(part.split("\\|", -1)), filler));
                filler = 0;
            }
        }
    }

    /** The words that it can begin with, each with its star. */
    List<String> beginnings() {
        return slots.get(0).words();
    }

    /** Where it ends if it begins with a token; -1 where it does not. */
    int end(Tokens tokens, int at) {
        var next = at;
        for (var slot : slots) {
            next = slot(tokens, next, slot);
            if (next < 0) {
                return -1;
            }
        }
        return next;
    }

    private static int slot(Tokens tokens, int from, Slot slot) {
        var at = from;
        for (int skipped = 0; skipped <= slot.filler(); at++) {
            var token = tokens.at(at);
            if (slot.takes(token)) {
                return at + 1;
            }
            if (token.mark('.') || token.mark(';') || token.mark('\u0000')) {
                return -1;
            }
            if (token.word() || token.number()) {
                skipped++;
            } else if (at - from > 8) {
                return -1;
            }
        }
        return -1;
    }
}
