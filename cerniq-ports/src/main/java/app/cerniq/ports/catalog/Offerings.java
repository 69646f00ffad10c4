package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.catalog.Validity;
import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything a tenant has on sale: what a quote copies. */
public interface Offerings {

    /**
     * The offerings on sale among these SKUs, each at the price of the strongest list that has one ({@link
     * app.cerniq.domain.catalog.PriceList#strongestFirst}); a SKU that is unknown or not on sale is simply missing. One
     * step, however many there are.
     */
    Map<Sku, PricedOffering> onSale(OnSaleQuestion question);

    /** Why not: one reason for each of these SKUs that {@link #onSale} leaves out. */
    Map<Sku, NotOnSale> notOnSale(OnSaleQuestion question);

    /** What to offer in the place of each of these SKUs, the best first; a SKU without a substitute is missing. */
    Map<Sku, List<Substitute>> substitutes(TenantId tenant, Collection<Sku> skus);

    /**
     * The short way to sell something, all or none: an offering and a variant under each SKU, and a price in the named
     * list, which is made for every channel where it is not there.
     *
     * <p>The first price that a SKU has in this currency holds from the beginning, any other from the given instant on;
     * from then on no other list for every channel has a price of it in this currency. Name and VAT treatment become those
     * that are given. The version is the active one or the next, which becomes active. What is so already stays untouched.
     *
     * @throws app.cerniq.ports.shared.UnknownTenantException where the tenant is not set up
     * @throws IllegalArgumentException where a SKU comes twice, is archived, is sold by another unit, has a version that is
     *     neither the active one nor the next, where the list is in another currency or has ended, or where the given
     *     instant is {@link Validity#BEGINNING} and another price is there; nothing has changed then
     */
    void putOnSale(TenantId tenant, Collection<PricedOffering> offerings, Instant from);

    /** Puts on sale what has no price yet, from the beginning; {@link #putOnSale(TenantId, Collection, Instant)}. */
    default void putOnSale(TenantId tenant, Collection<PricedOffering> offerings) {
        putOnSale(tenant, offerings, Validity.BEGINNING);
    }
}
