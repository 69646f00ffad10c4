package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.Sku;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Reciprocal rank fusion: one relevance out of the places on several lists, which need no common measure. */
public final class RankFusion {

    private RankFusion() {}

    /** The relevance of everything that is on some list; at most one list of each kind, in any order. */
    public static Map<Sku, Relevance> fuse(Collection<Matches> lists) {
        var fused = new LinkedHashMap<Sku, Relevance>();
        for (var list : lists) {
            for (var match : list.best()) {
                fused.merge(match.sku(), on(list.kind(), match.place()), RankFusion::both);
            }
        }
        return Map.copyOf(fused);
    }

    private static Relevance on(Matches.Kind kind, int place) {
        var there = OptionalInt.of(place);
        var none = Relevance.NONE;
        return switch (kind) {
            case KEYWORD -> new Relevance(there, none.typo(), none.semantic());
            case TYPO -> new Relevance(none.keyword(), there, none.semantic());
            case SEMANTIC -> new Relevance(none.keyword(), none.typo(), there);
        };
    }

    private static Relevance both(Relevance one, Relevance other) {
        return new Relevance(
                only(one.keyword(), other.keyword()),
                only(one.typo(), other.typo()),
                only(one.semantic(), other.semantic()));
    }

    private static OptionalInt only(OptionalInt one, OptionalInt other) {
        if (one.isPresent() && other.isPresent()) {
            throw new IllegalArgumentException("Two lists of one kind cannot be fused.");
        }
        return one.isPresent() ? one : other;
    }
}
