package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SKUs, found in any case and with dashes, dots and spaces lost or added. */
final class CodeIndex {

    private static final Set<String> INTRODUCTIONS = Set.of(
            "sku",
            "cod",
            "codul",
            "code",
            "articol",
            "articolul",
            "art",
            "ref",
            "referinta",
            "item",
            "produs",
            "produsul",
            "product");

    private static final class Node {
        private char[] keys = new char[0];
        private Node[] nodes = new Node[0];
        private Set<Sku> goods = Set.of();

        private @Nullable Node next(char c) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == c) {
                    return nodes[i];
                }
            }
            return null;
        }

        private Node to(char c) {
            var known = next(c);
            if (known != null) {
                return known;
            }
            keys = Arrays.copyOf(keys, keys.length + 1);
            nodes = Arrays.copyOf(nodes, nodes.length + 1);
            keys[keys.length - 1] = c;
            var made = new Node();
            nodes[nodes.length - 1] = made;
            return made;
        }
    }

    private final Node root;

    private CodeIndex(Node root) {
        this.root = root;
    }

    static CodeIndex of(Collection<Lexicon.Entry> goods) {
        var root = new Node();
        for (var entry : goods) {
            var node = root;
            for (char c : Folded.fold(entry.sku().value()).toCharArray()) {
                if (Character.isLetterOrDigit(c)) {
                    node = node.to(c);
                }
            }
            var all = new HashSet<>(node.goods);
            all.add(entry.sku());
            node.goods = Set.copyOf(all);
        }
        return new CodeIndex(root);
    }

    /** The goods whose code stands from a token on; null where none does. */
    @Nullable
    Mention at(Tokens tokens, int at) {
        var first = tokens.at(at);
        if ((!first.word() && !first.number()) || (first.glued() && follows(tokens.at(at - 1)))) {
            return null;
        }
        Mention best = null;
        var node = root;
        var letters = false;
        var digits = false;
        for (int end = at; node != null; ) {
            var token = tokens.at(end);
            node = walk(node, token.text());
            letters |= token.word();
            digits |= token.number();
            end++;
            if (node != null && !node.goods.isEmpty() && told(tokens, at, end, letters, digits)) {
                best = new Mention(end, node.goods);
            }
            end = separated(tokens, end);
            if (end < 0) {
                break;
            }
        }
        return best;
    }

    private static boolean follows(Token token) {
        return token.word() || token.number();
    }

    private static boolean told(Tokens tokens, int at, int end, boolean letters, boolean digits) {
        var next = tokens.at(end);
        if ((next.glued() && (next.word() || next.number())) || !Trail.closes(tokens, end)) {
            return false;
        }
        if (letters && digits) {
            return true;
        }
        var introduced = tokens.at(at - 1).mark(':') ? tokens.at(at - 2) : tokens.at(at - 1);
        if (INTRODUCTIONS.contains(introduced.text())) {
            return true;
        }
        // Letters alone may be a common word, digits alone a figure.
        return letters && end > at + 1;
    }

    /** Where the next part of a code would begin; -1 where the code cannot go on. */
    private static int separated(Tokens tokens, int at) {
        var token = tokens.at(at);
        if (token.word() || token.number()) {
            return token.gap().compareTo(Token.Gap.EMPHASIS) <= 0 ? at : -1;
        }
        var separator =
                "-./_".indexOf(token.text().charAt(0)) >= 0 && token.gap().compareTo(Token.Gap.SPACE) <= 0;
        var next = tokens.at(at + 1);
        return separator && (next.word() || next.number()) && next.gap().compareTo(Token.Gap.SPACE) <= 0 ? at + 1 : -1;
    }

    private static @Nullable Node walk(Node from, String text) {
        var node = from;
        for (int i = 0; i < text.length() && node != null; i++) {
            node = node.next(text.charAt(i));
        }
        return node;
    }
}
