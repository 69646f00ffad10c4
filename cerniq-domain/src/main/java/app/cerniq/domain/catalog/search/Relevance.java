package app.cerniq.domain.catalog.search;

import java.util.OptionalInt;

/**
 * How well something fits a query, and why: its place on each list that it is on. At most one of keyword and typo is there.
 *
 * @param keyword its place among what has the words that were typed
 * @param typo its place among what has words that look like those that were typed
 * @param semantic its place among what means something similar
 */
public record Relevance(OptionalInt keyword, OptionalInt typo, OptionalInt semantic) {

    /** The constant of reciprocal rank fusion: the greater, the less the first places stand out. */
    private static final int DAMPING = 60;

    private static final double LEXICAL_WEIGHT = 0.5;
    private static final double SEMANTIC_WEIGHT = 0.5;

    /** On no list yet. */
    static final Relevance NONE = new Relevance(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Relevance {
        if (keyword.isPresent() && typo.isPresent()) {
            throw new IllegalArgumentException("What has the word that was typed is not found by a word like it.");
        }
    }

    /**
     * The sum of weight / (60 + place) over the lists that it is on, with half the weight for words and half for meaning; a
     * list that it is not on adds nothing. Above 0, at most 1/61. Source: negotiation specification, section 5.
     */
    public double score() {
        return term(keyword, LEXICAL_WEIGHT) + term(typo, LEXICAL_WEIGHT) + term(semantic, SEMANTIC_WEIGHT);
    }

    private static double term(OptionalInt place, double weight) {
        return place.isPresent() ? weight / (DAMPING + place.getAsInt()) : 0;
    }
}
