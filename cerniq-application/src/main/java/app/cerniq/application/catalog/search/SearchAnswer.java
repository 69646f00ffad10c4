package app.cerniq.application.catalog.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits the best first, as {@link app.cerniq.domain.catalog.search.Standing} orders them
 * @param isAll whether everything that has the words was looked at; if not, more words or conditions find what was not
 * @param meaning what part it played that some goods mean what was asked for
 */
public record SearchAnswer(List<ProductHit> hits, boolean isAll, MeaningPart meaning) {

    /** Whether goods were also found by what they mean. */
    public enum MeaningPart {
        /** They were. */
        ACTIVE,
        /** The host brought no model. */
        NO_MODEL,
        /** The store has no index for it; PostgreSQL needs the extension pgvector. */
        NO_INDEX,
        /** The model did not answer this time. */
        MODEL_UNAVAILABLE
    }

    public SearchAnswer {
        hits = List.copyOf(hits);
    }
}
