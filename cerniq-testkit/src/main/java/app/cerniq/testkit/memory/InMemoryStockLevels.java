package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.stock.StockLevels;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryStockLevels implements StockLevels {

    private final InMemoryCatalogue catalogue;
    private final Map<TenantId, Map<Sku, Quantity>> onHand = new ConcurrentHashMap<>();

    InMemoryStockLevels(InMemoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<Sku, Quantity> available(TenantId tenant, Collection<Sku> skus) {
        var there = onHand.getOrDefault(tenant, Map.of());
        var found = new HashMap<Sku, Quantity>();
        for (var sku : skus) {
            var quantity = there.get(sku);
            if (quantity != null) {
                found.put(sku, quantity);
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public void count(TenantId tenant, Map<Sku, Quantity> counted) {
        var known = catalogue.variants(tenant, counted.keySet());
        counted.keySet().stream()
                .filter(sku -> Optional.ofNullable(known.get(sku))
                        .filter(variant -> variant.archived().isEmpty())
                        .isEmpty())
                .findFirst()
                .ifPresent(sku -> {
                    throw new IllegalArgumentException("Nothing can be counted of " + sku + ": it is not on sale.");
                });
        onHand.compute(tenant, (id, before) -> {
            var next = new HashMap<Sku, Quantity>(before == null ? Map.of() : before);
            next.putAll(counted);
            return Map.copyOf(next);
        });
    }
}
