package app.cerniq.ports.catalog.search;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.search.Embedding;
import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.domain.shared.TenantId;
import java.util.List;

/** Finds goods by what they mean. Not every store can. */
public interface SemanticIndex {

    /** Whether this store can; where it cannot, nothing is near anything, nothing is missing, and nothing can be kept. */
    boolean isActive();

    /**
     * The goods nearest in meaning that meet the conditions of the question, the nearest first, as a list of kind {@link
     * Matches.Kind#SEMANTIC}. The text of the question plays no part. Only goods that {@link ProductSearch} could find, and
     * only those with an embedding of as many axes.
     *
     * @param most how many, 1 to 2,000
     */
    Matches nearest(MatchQuestion question, Embedding meaning, int most);

    /**
     * Goods whose meaning is not known, or was learnt from another text than they have now; in the order of their SKUs.
     *
     * @param most how many, 1 to 1,000
     */
    List<Description> missing(TenantId tenant, int most);

    /**
     * Keeps what goods mean; each in the place of what was known of it.
     *
     * @throws IllegalStateException where the index is not active
     */
    void keep(TenantId tenant, List<Learnt> learnt);

    /**
     * Goods and the words that say what they are.
     *
     * @param sku which goods
     * @param text name and description
     */
    record Description(Sku sku, String text) {}

    /**
     * What goods mean.
     *
     * @param description from which it was learnt
     * @param meaning of the description
     */
    record Learnt(Description description, Embedding meaning) {}
}
