package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Offerings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryOfferings implements Offerings, StockItems {

    private final InMemoryTenants tenants;
    private final Map<TenantId, Map<Sku, PricedOffering>> all = new ConcurrentHashMap<>();

    InMemoryOfferings(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Map<Sku, PricedOffering> onSale(TenantId tenant, Collection<Sku> skus) {
        var found = new HashMap<Sku, PricedOffering>();
        var there = all.getOrDefault(tenant, Map.of());
        for (var sku : skus) {
            var offering = there.get(sku);
            if (offering != null) {
                found.put(sku, offering);
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public void putOnSale(TenantId tenant, Collection<PricedOffering> offerings) {
        tenants.require(tenant);
        all.compute(tenant, (id, before) -> {
            var next = new HashMap<Sku, PricedOffering>(before == null ? Map.of() : before);
            offerings.forEach(offering -> next.put(offering.sku(), offering));
            return Map.copyOf(next);
        });
    }

    @Override
    public Optional<StockItem> find(TenantId tenant, Sku sku) {
        return Optional.ofNullable(onSale(tenant, List.of(sku)).get(sku))
                .map(offering -> new StockItem(offering.unit(), true));
    }
}
