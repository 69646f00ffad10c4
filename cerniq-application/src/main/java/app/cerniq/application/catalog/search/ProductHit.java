package app.cerniq.application.catalog.search;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.search.Relevance;
import app.cerniq.domain.catalog.search.Standing;
import app.cerniq.domain.stock.StockPosition;

/**
 * Goods that were found, as they are sold at this moment.
 *
 * @param offering what they are and cost; read for this answer
 * @param stock what there is of them; read for this answer
 * @param relevance how well they fit, and why
 */
public record ProductHit(PricedOffering offering, StockPosition stock, Relevance relevance) {

    /** Whether some of it can be promised now; always where no stock is kept. */
    public boolean isInStock() {
        return !stock.isKept() || !stock.available().isNone();
    }

    Standing standing() {
        return new Standing(relevance, isInStock(), offering.listPrice(), offering.sku());
    }
}
