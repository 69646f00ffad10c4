package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.stock.StockLevels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryStockLevels implements StockLevels {

    private final InMemoryStock stock;

    InMemoryStockLevels(InMemoryStock stock) {
        this.stock = stock;
    }

    @Override
    public Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus, Instant at) {
        return stock.positions(tenant, skus, at);
    }

    @Override
    public List<StockLevel> page(
            TenantId tenant, Optional<LocationCode> location, Optional<Place> after, int limit, Instant at) {
        synchronized (stock) {
            var warehouse = stock.of(tenant);
            var rest =
                    after.map(place -> warehouse.shelves.tailMap(place, false)).orElse(warehouse.shelves);
            return rest.entrySet().stream()
                    .filter(shelf ->
                            location.map(shelf.getKey().location()::equals).orElse(true))
                    .limit(limit)
                    .map(shelf -> shelf.getValue().level(warehouse.dueAmount(shelf.getKey(), at)))
                    .toList();
        }
    }
}
