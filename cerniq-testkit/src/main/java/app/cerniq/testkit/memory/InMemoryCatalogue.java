package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.Offering;
import app.cerniq.domain.catalog.OfferingCode;
import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.ProductDomain;
import app.cerniq.domain.catalog.ProductDomainCode;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Variant;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.ports.catalog.SalesChannels;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

final class InMemoryCatalogue implements Catalogue {

    private final InMemoryTenants tenants;
    private final Map<TenantId, Shelves> all = new ConcurrentHashMap<>();

    InMemoryCatalogue(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    Shelves of(TenantId tenant) {
        return tenants.knows(tenant) ? all.getOrDefault(tenant, Shelves.FRESH) : Shelves.NONE;
    }

    @Override
    public Map<ProductDomainCode, ProductDomain> domains(TenantId tenant, Collection<ProductDomainCode> codes) {
        return among(of(tenant).domains(), codes);
    }

    @Override
    public Map<OfferingCode, Offering> offerings(TenantId tenant, Collection<OfferingCode> codes) {
        return among(of(tenant).offerings(), codes);
    }

    @Override
    public Map<Sku, Variant> variants(TenantId tenant, Collection<Sku> skus) {
        return among(of(tenant).variants(), skus);
    }

    /** The category of a product, which is the domain of its offering. */
    Optional<String> category(TenantId tenant, Sku sku) {
        var there = of(tenant);
        return Optional.ofNullable(there.variants().get(sku))
                .flatMap(variant -> Optional.ofNullable(there.offerings().get(variant.offering())))
                .flatMap(Offering::domain)
                .map(ProductDomainCode::value);
    }

    static <K, V> Map<K, V> among(Map<K, V> there, Collection<K> wanted) {
        var found = new HashMap<K, V>();
        wanted.forEach(key -> Optional.ofNullable(there.get(key)).ifPresent(value -> found.put(key, value)));
        return Map.copyOf(found);
    }

    @Override
    public List<Variant> variantsOf(TenantId tenant, OfferingCode offering) {
        return of(tenant).variants().values().stream()
                .filter(variant -> variant.offering().equals(offering))
                .sorted(Comparator.comparing(Variant::sku))
                .toList();
    }

    @Override
    public CommitOutcome commit(CatalogueCommit commit) {
        if (!tenants.knows(commit.tenant())) {
            return CommitOutcome.UNKNOWN_TENANT;
        }
        var isStored = new AtomicBoolean();
        all.compute(commit.tenant(), (tenant, stored) -> {
            var before = stored == null ? Shelves.FRESH : stored;
            var after = before.with(commit);
            isStored.set(after.isPresent());
            return after.orElse(before);
        });
        return isStored.get() ? CommitOutcome.STORED : CommitOutcome.STALE;
    }

    /** The price lists among it. */
    PriceLists priceLists() {
        return new PriceLists() {
            @Override
            public List<PriceList> all(TenantId tenant) {
                return of(tenant).priceLists().values().stream()
                        .sorted(Comparator.comparing(PriceList::code))
                        .toList();
            }

            @Override
            public List<PriceHistory> histories(TenantId tenant, Collection<Sku> skus) {
                var prices = of(tenant).prices();
                return skus.stream()
                        .distinct()
                        .flatMap(sku -> prices.getOrDefault(sku, List.of()).stream())
                        .sorted(Comparator.comparing(PriceHistory::list).thenComparing(PriceHistory::sku))
                        .toList();
            }
        };
    }

    /** The sales channels among it. */
    SalesChannels salesChannels() {
        return tenant -> of(tenant).channels().values().stream()
                .sorted(Comparator.comparing(SalesChannel::code))
                .toList();
    }
}
