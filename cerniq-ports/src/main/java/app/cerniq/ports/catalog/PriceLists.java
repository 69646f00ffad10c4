package app.cerniq.ports.catalog;

import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;

/** What a tenant's goods cost and ever cost; written through {@link Catalogue#commit}. */
public interface PriceLists {

    /** Every list, those that ended included, in the order of their codes. */
    List<PriceList> all(TenantId tenant);

    /** Every price that these SKUs ever had: at most one history per list and SKU, by list and SKU in their order. */
    List<PriceHistory> histories(TenantId tenant, Collection<Sku> skus);
}
