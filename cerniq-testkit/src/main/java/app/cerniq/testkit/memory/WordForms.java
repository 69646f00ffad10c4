package app.cerniq.testkit.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Forms of plain words, and how alike two words look. Enough for tests; it knows the commonest Romanian endings. */
final class WordForms {

    private static final List<String> ENDINGS = List.of(
            "urilor", "ilor", "elor", "ului", "uri", "ele", "ile", "lor", "ul", "ii", "ei", "le", "a", "e", "i", "u");

    private static final int SHORTEST_STEM = 4;

    private WordForms() {}

    /** A word without its ending. */
    static String stem(String word) {
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }

    /** What part of the three-letter pieces of two words they share, 0 to 1; as PostgreSQL's pg_trgm has it. */
    static double likeness(String one, String other) {
        var pieces = pieces(one);
        var others = pieces(other);
        var shared = new HashSet<>(pieces);
        shared.retainAll(others);
        return (double) shared.size() / (pieces.size() + others.size() - shared.size());
    }

    private static Set<String> pieces(String word) {
        var padded = "  " + word + " ";
        var pieces = new HashSet<String>();
        for (var i = 0; i + 3 <= padded.length(); i++) {
            pieces.add(padded.substring(i, i + 3));
        }
        return pieces;
    }
}
