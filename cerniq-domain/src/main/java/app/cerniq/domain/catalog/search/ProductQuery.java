package app.cerniq.domain.catalog.search;

import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannelCode;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for among the goods on sale.
 *
 * @param text in words, misspelt or not
 * @param domain only goods of this product domain; empty for all
 * @param conditions on attributes, all of which must be met; at most 20
 * @param isInStockOnly whether goods of which nothing can be promised now are left out
 * @param price of one unit, in {@code currency}
 * @param channel where it shall be bought
 * @param currency of every price in the answer
 * @param limit how many hits at most, 1 to 100
 */
public record ProductQuery(
        SearchText text,
        Optional<ProductDomainCode> domain,
        List<AttributeCondition> conditions,
        boolean isInStockOnly,
        PriceRange price,
        SalesChannelCode channel,
        Currency currency,
        int limit) {

    /** The most hits that one answer holds. */
    public static final int MOST_HITS = 100;

    private static final int MOST_CONDITIONS = 20;

    public ProductQuery {
        conditions = List.copyOf(conditions);
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("A search answers with 1 to " + MOST_HITS + " hits, not " + limit + ".");
        }
        if (conditions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException(
                    "A search has at most " + MOST_CONDITIONS + " conditions, not " + conditions.size() + ".");
        }
        var currencies = new HashSet<Currency>(List.of(currency));
        price.bounds().forEach(bound -> currencies.add(bound.currency()));
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("The price range is not in " + currency + ": " + price + ".");
        }
    }

    /** Everything that has these words, sold directly. */
    public static ProductQuery of(SearchText text, Currency currency, int limit) {
        return new ProductQuery(
                text, Optional.empty(), List.of(), false, PriceRange.ANY, SalesChannelCode.DIRECT, currency, limit);
    }

    public ProductQuery in(ProductDomainCode other) {
        return new ProductQuery(text, Optional.of(other), conditions, isInStockOnly, price, channel, currency, limit);
    }

    public ProductQuery where(AttributeCondition... all) {
        return new ProductQuery(text, domain, List.of(all), isInStockOnly, price, channel, currency, limit);
    }

    public ProductQuery inStockOnly() {
        return new ProductQuery(text, domain, conditions, true, price, channel, currency, limit);
    }

    public ProductQuery priced(PriceRange range) {
        return new ProductQuery(text, domain, conditions, isInStockOnly, range, channel, currency, limit);
    }

    public ProductQuery on(SalesChannelCode other) {
        return new ProductQuery(text, domain, conditions, isInStockOnly, price, other, currency, limit);
    }

    /** Whether price or stock decide which goods are left, and not only words and attributes. */
    public boolean isNarrow() {
        return isInStockOnly || !price.equals(PriceRange.ANY);
    }
}
