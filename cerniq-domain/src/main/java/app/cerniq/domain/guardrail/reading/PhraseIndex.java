package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.guardrail.Claim.PhraseKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tenant's own phrases: competitors and what is never said; found however they are spaced, and with endings. */
final class PhraseIndex {

    /** How many letters an ending may have. */
    private static final int ENDING = 4;
    /** Shorter ones take no endings: too many words begin with them. */
    private static final int ENDINGS_FROM = 5;

    /** @param end the token after it */
    record Hit(int end, PhraseKind kind) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable PhraseKind kind;
    }

    private final Node root = new Node();

    private PhraseIndex() {}

    static PhraseIndex of(List<String> competitors, List<String> forbidden) {
        var index = new PhraseIndex();
        competitors.forEach(words -> index.add(words, PhraseKind.COMPETITOR));
        forbidden.forEach(words -> index.add(words, PhraseKind.FORBIDDEN_BY_TENANT));
        return index;
    }

    private void add(String words, PhraseKind kind) {
        var node = root;
        for (char c : Folded.fold(words).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                node = node.next.computeIfAbsent(c, any -> new Node());
            }
        }
        if (node != root && node.kind == null) {
            node.kind = kind;
        }
    }

    /** The longest phrase that begins with a token; null where none does. */
    @Nullable
    Hit at(Tokens tokens, int at) {
        Hit best = null;
        Node node = root;
        var length = 0;
        for (int end = at; node != null && end < tokens.size(); end++) {
            var token = tokens.at(end);
            if (token.kind() == Token.Kind.MARK) {
                if (end == at || ".-_'&/+@".indexOf(token.text().charAt(0)) < 0) {
                    break;
                }
                continue;
            }
            var text = token.text();
            for (int i = 0; i < text.length() && node != null; i++) {
                node = node.next.get(text.charAt(i));
                length++;
                if (node != null && node.kind != null && ends(text.length() - i - 1, length)) {
                    best = new Hit(end + 1, node.kind);
                }
            }
        }
        return best;
    }

    private static boolean ends(int more, int length) {
        return more == 0 || (more <= ENDING && length >= ENDINGS_FROM);
    }
}
