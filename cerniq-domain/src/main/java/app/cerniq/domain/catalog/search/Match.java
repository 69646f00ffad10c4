package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.Sku;

/**
 * One of the goods on one list of what fits a query: that and where, and nothing that may change with the hour. It has no
 * room for a price or a stock figure, so that whoever keeps it cannot keep one.
 *
 * @param sku what fits
 * @param place 1 for what fits best; the same for goods that fit as well as each other
 */
public record Match(Sku sku, int place) {
    public Match {
        if (place < 1) {
            throw new IllegalArgumentException("Places are counted from 1; " + sku + " has " + place + ".");
        }
    }
}
