package app.cerniq.application.stock;

import app.cerniq.application.negotiation.ForwardingStorage;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.stock.StockLevels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A store of a tenant for whom one product is a service, of which no stock is kept. */
public final class Services extends ForwardingStorage {

    private final StockLevels levels;

    public Services(Storage store, Sku service) {
        super(store);
        this.levels = new Levels(store.stockLevels(), service);
    }

    @Override
    public StockLevels stockLevels() {
        return levels;
    }

    private record Levels(StockLevels store, Sku service) implements StockLevels {

        @Override
        public Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus, Instant at) {
            return store.positions(tenant, skus, at).values().stream()
                    .map(position -> position.sku().equals(service)
                            ? new StockPosition(service, false, position.unit(), List.of())
                            : position)
                    .collect(Collectors.toUnmodifiableMap(StockPosition::sku, position -> position));
        }

        @Override
        public List<StockLevel> page(
                TenantId tenant, Optional<LocationCode> location, Optional<Place> after, int limit, Instant at) {
            return store.page(tenant, location, after, limit, at);
        }
    }
}
