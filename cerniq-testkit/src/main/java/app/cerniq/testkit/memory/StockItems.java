package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import java.util.Optional;

/** What the warehouse has to know of the catalogue. */
interface StockItems {

    /** A product that is not archived; empty for any other SKU. */
    Optional<StockItem> find(TenantId tenant, Sku sku);

    /** What it is counted in, and whether stock is kept of it at all. */
    record StockItem(Unit unit, boolean isKept) {}
}
