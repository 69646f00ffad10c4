package app.cerniq.domain.guardrail.reading;

import app.cerniq.domain.catalog.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of goods, found in a text whole or by their first words, whatever the endings. The figures in a name belong to it
 * only where the whole name stands.
 */
final class NameIndex {

    private static final int LONGEST = 24;
    /** Words that begin many names and say nothing about which goods are meant. */
    private static final Set<String> GENERAL = Set.of(
            "big",
            "mini",
            "premium",
            "standard",
            "plus",
            "super",
            "extra",
            "nou",
            "noua",
            "new",
            "mare",
            "mic",
            "mica",
            "produs",
            "produse",
            "product",
            "calitate",
            "pentru",
            "oferta",
            "pret",
            "livrare",
            "transport",
            "stoc");

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(4);
        private final Set<Sku> below = new HashSet<>();
        private Set<Sku> whole = Set.of();
        private Set<Sku> frozen = Set.of();

        private Node to(String token) {
            return next.computeIfAbsent(token, any -> new Node());
        }

        private void freeze() {
            frozen = Set.copyOf(below);
            below.clear();
            next.values().forEach(Node::freeze);
        }
    }

    private final Node root;

    private NameIndex(Node root) {
        this.root = root;
    }

    static NameIndex of(Collection<Lexicon.Entry> goods) {
        var root = new Node();
        for (var entry : goods) {
            var name = Tokens.of(entry.name());
            add(root, entry.sku(), keys(name, 0, name.size()));
            var comma = firstPart(name);
            if (comma > 0) {
                add(root, entry.sku(), keys(name, 0, comma));
            }
            for (int from = 1; from < name.size(); from++) {
                if (bearsAName(name, from) && noFigureBefore(name, from)) {
                    add(root, entry.sku(), keys(name, from, name.size()));
                    if (comma > from) {
                        add(root, entry.sku(), keys(name, from, comma));
                    }
                }
            }
        }
        root.freeze();
        return new NameIndex(root);
    }

    private static boolean bearsAName(Tokens name, int at) {
        var token = name.at(at);
        return token.word() && (code(name, at) || (token.text().length() >= 3 && telling(token.text())));
    }

    /** "P9911" in "Porumb P9911", "PT 303" in "Rapiță PT 303": what the goods are called for short. */
    private static boolean code(Tokens name, int at) {
        var letters = name.at(at);
        var digits = name.at(at + 1);
        return letters.word()
                && telling(letters.text())
                && digits.number()
                && digits.text().length() >= 2
                && (digits.glued() || letters.text().length() >= 2);
    }

    private static boolean noFigureBefore(Tokens name, int end) {
        for (int at = 0; at < end; at++) {
            if (name.at(at).number()) {
                return false;
            }
        }
        return true;
    }

    private static boolean telling(String word) {
        return !GENERAL.contains(word)
                && Words.unit(word) == null
                && Words.currency(word) == null
                && Words.time(word) == null
                && Words.month(word) == null
                && !NumberWords.knows(word)
                && Cue.of(word) == null;
    }

    /** Where the part before a comma or bracket ends; 0 where there is none. */
    private static int firstPart(Tokens name) {
        for (int at = 1; at < name.size(); at++) {
            var mark = name.at(at);
            if (mark.mark('(')
                    || (mark.mark(',')
                            && !(name.at(at + 1).number() && name.at(at + 1).glued()))) {
                return at;
            }
        }
        return 0;
    }

    private static List<String> keys(Tokens name, int from, int to) {
        var keys = new ArrayList<String>();
        for (int at = from; at < to && keys.size() < LONGEST; at++) {
            var key = key(name.at(at));
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static @Nullable String key(Token token) {
        return switch (token.kind()) {
            case WORD -> Stems.of(token.text());
            case NUMBER, FRACTION -> token.text();
            default -> token.mark('%') ? "%" : null;
        };
    }

    private static void add(Node root, Sku sku, List<String> keys) {
        var node = root;
        for (var key : keys) {
            node = node.to(key);
            node.below.add(sku);
        }
        if (node != root) {
            var whole = new HashSet<>(node.whole);
            whole.add(sku);
            node.whole = Set.copyOf(whole);
        }
    }

    /** The goods that are named from a token on; null where none are. */
    @Nullable
    Mention at(Tokens tokens, int at) {
        var first = key(tokens.at(at));
        if (first == null || tokens.at(at).mark('%')) {
            return null;
        }
        var node = root.next.get(first);
        if (node == null) {
            return null;
        }
        Mention best = null;
        var figures = false;
        var names = false;
        var end = at;
        while (node != null) {
            var token = tokens.at(end);
            figures |= token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.FRACTION;
            names |= token.word() && token.text().length() >= 3 && telling(token.text());
            end++;
            if (!node.whole.isEmpty() && Trail.closes(tokens, end) && (names || end > at + 1)) {
                best = new Mention(end, node.whole);
            } else if (!figures && names) {
                best = new Mention(end, node.frozen);
            }
            while (passed(tokens, end)) {
                end++;
            }
            var key = tokens.at(end).startsLine() && end > at ? null : key(tokens.at(end));
            node = key == null ? null : node.next.get(key);
        }
        return best;
    }

    /** Marks between the words of a name that need not stand in it. */
    private static boolean passed(Tokens tokens, int at) {
        var mark = tokens.at(at);
        return mark.kind() == Token.Kind.MARK
                && ".,-/:'\"+()".indexOf(mark.text().charAt(0)) >= 0
                && !tokens.at(at + 1).startsLine()
                && (mark.glued() || tokens.at(at + 1).glued() || mark.mark('-') || mark.mark('('))
                && !(mark.mark('.') && tokens.at(at + 1).gap() != Token.Gap.NONE);
    }
}
