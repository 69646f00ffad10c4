package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.Map;

/**
 * Next states that are stored together or not at all. Each has the revision after the one that it was decided on: 1 where
 * nothing was there. None comes twice.
 *
 * @param tenant whose
 * @param domains of goods
 * @param offerings with all their versions
 * @param variants of these or other offerings
 * @param channels of sale
 * @param priceLists that leave no tie with those that are there
 * @param prices each as it was read and as it is next
 * @param substitutes the whole list per SKU, the best first; an empty list where there is none any more
 */
public record CatalogueCommit(
        TenantId tenant,
        List<ProductDomain> domains,
        List<Offering> offerings,
        List<Variant> variants,
        List<SalesChannel> channels,
        List<PriceList> priceLists,
        List<PriceChange> prices,
        Map<Sku, List<Substitute>> substitutes) {

    public CatalogueCommit {
        domains = List.copyOf(domains);
        offerings = List.copyOf(offerings);
        variants = List.copyOf(variants);
        channels = List.copyOf(channels);
        priceLists = List.copyOf(priceLists);
        prices = List.copyOf(prices);
        substitutes = Map.copyOf(substitutes);
    }

    /**
     * Prices of one SKU in one list.
     *
     * @param before as they were read
     * @param next as they shall be
     */
    public record PriceChange(PriceHistory before, PriceHistory next) {}

    /** Nothing yet. */
    public static CatalogueCommit of(TenantId tenant) {
        return new CatalogueCommit(tenant, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public CatalogueCommit withDomains(List<ProductDomain> next) {
        return new CatalogueCommit(tenant, next, offerings, variants, channels, priceLists, prices, substitutes);
    }

    public CatalogueCommit withOfferings(List<Offering> next) {
        return new CatalogueCommit(tenant, domains, next, variants, channels, priceLists, prices, substitutes);
    }

    public CatalogueCommit withVariants(List<Variant> next) {
        return new CatalogueCommit(tenant, domains, offerings, next, channels, priceLists, prices, substitutes);
    }

    public CatalogueCommit withChannels(List<SalesChannel> next) {
        return new CatalogueCommit(tenant, domains, offerings, variants, next, priceLists, prices, substitutes);
    }

    public CatalogueCommit withPriceLists(List<PriceList> next) {
        return new CatalogueCommit(tenant, domains, offerings, variants, channels, next, prices, substitutes);
    }

    public CatalogueCommit withPrices(List<PriceChange> next) {
        return new CatalogueCommit(tenant, domains, offerings, variants, channels, priceLists, next, substitutes);
    }

    public CatalogueCommit withSubstitutes(Map<Sku, List<Substitute>> next) {
        return new CatalogueCommit(tenant, domains, offerings, variants, channels, priceLists, prices, next);
    }
}
