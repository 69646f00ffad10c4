package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import java.util.Collection;
import java.util.Map;

/** Everything a tenant has on sale, with its prices of today. */
public interface Offerings {

    /** The offerings on sale among these SKUs; a SKU that is unknown or not on sale is simply missing. */
    Map<Sku, PricedOffering> onSale(TenantId tenant, Collection<Sku> skus);

    /**
     * Puts offerings on sale, all or none; a SKU that is there already gets the given version. Throws {@link
     * app.cerniq.ports.shared.UnknownTenantException} where the tenant is not set up.
     */
    void putOnSale(TenantId tenant, Collection<PricedOffering> offerings);
}
