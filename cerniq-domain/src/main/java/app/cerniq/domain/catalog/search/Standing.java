package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Money;
import java.util.Comparator;

/**
 * What decides the order of hits, the best first: what fits better; of what fits equally well, what is in stock before what
 * is not; then what is cheaper; then by SKU, so that no two hits ever tie and the same question has the same answer.
 *
 * @param relevance how well it fits
 * @param isInStock whether some of it can be promised now
 * @param price of one unit; all in one currency
 * @param sku which it is
 */
public record Standing(Relevance relevance, boolean isInStock, Money price, Sku sku) implements Comparable<Standing> {

    private static final Comparator<Standing> BEST_FIRST = Comparator.comparingDouble(
                    (Standing standing) -> standing.relevance().score())
            .reversed()
            .thenComparing(Standing::isInStock, Comparator.reverseOrder())
            .thenComparing(Standing::price)
            .thenComparing(Standing::sku);

    @Override
    public int compareTo(Standing other) {
        return BEST_FIRST.compare(this, other);
    }
}
