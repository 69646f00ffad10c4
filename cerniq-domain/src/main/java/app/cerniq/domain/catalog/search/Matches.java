package app.cerniq.domain.catalog.search;

import java.util.HashSet;
import java.util.List;

/**
 * The goods that fit a query on one list, the best first.
 *
 * @param kind what made them fit
 * @param best those that fit best; no SKU twice, places never falling
 * @param isAll whether nothing else fits
 */
public record Matches(Kind kind, List<Match> best, boolean isAll) {

    /** What makes goods fit. */
    public enum Kind {
        /** They have every word that was typed, in one of its forms, or a word or SKU that it is a part of. */
        KEYWORD,
        /** They have every word, or one that looks like it where no goods of the tenant have the word itself. */
        TYPO,
        /** They mean something similar. */
        SEMANTIC
    }

    public Matches {
        best = List.copyOf(best);
        var seen = new HashSet<>();
        for (var i = 0; i < best.size(); i++) {
            if (!seen.add(best.get(i).sku())) {
                throw new IllegalArgumentException(best.get(i).sku() + " is on one list twice.");
            }
            if (i > 0 && best.get(i).place() < best.get(i - 1).place()) {
                throw new IllegalArgumentException("The better places come first, not " + best + ".");
            }
        }
    }

    /** Nothing fits. */
    public static Matches none(Kind kind) {
        return new Matches(kind, List.of(), true);
    }
}
