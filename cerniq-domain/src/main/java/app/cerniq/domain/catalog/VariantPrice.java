package app.cerniq.domain.catalog;

/**
 * What a SKU costs in a price list for a time. Its figures never change: another price is another row of the history.
 *
 * @param list where it stands
 * @param sku what it is the price of
 * @param number 1 for the first price of this SKU in this list, one more with every other
 * @param tag the figures
 * @param validity when it holds, as far as the list does; empty where another price took its place before it began
 */
public record VariantPrice(PriceListCode list, Sku sku, int number, PriceTag tag, Validity validity) {

    public VariantPrice {
        if (number < 1) {
            throw new IllegalArgumentException("The prices of " + sku + " are numbered from 1, not " + number + ".");
        }
    }

    VariantPrice during(Validity other) {
        return new VariantPrice(list, sku, number, tag, other);
    }
}
