package app.cerniq.ports.stock;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of everything there is. Reads that only inform: they take no lock, and promise nothing. */
public interface StockLevels {

    /**
     * What there is of these SKUs at an instant; holds whose time is up at that instant do not count, whether or not
     * anybody has cleaned up. A SKU that is unknown or archived is missing.
     */
    Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus, Instant at);

    /**
     * The levels of a tenant page by page, ordered by place.
     *
     * @param location only this one, or empty for all
     * @param after where the page before ended, or empty for the first page
     * @param limit 1 to 10,000
     */
    List<StockLevel> page(
            TenantId tenant, Optional<LocationCode> location, Optional<Place> after, int limit, Instant at);
}
