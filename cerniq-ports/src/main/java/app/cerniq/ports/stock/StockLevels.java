package app.cerniq.ports.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import java.util.Collection;
import java.util.Map;

/** How much of everything there is. */
public interface StockLevels {

    /** What can be sold of these SKUs now; a SKU of which there is nothing is missing. */
    Map<Sku, Quantity> available(TenantId tenant, Collection<Sku> skus);

    /** Sets what is on hand, all or none. Every SKU must be an offering of the tenant. */
    void count(TenantId tenant, Map<Sku, Quantity> onHand);
}
