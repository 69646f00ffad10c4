package app.cerniq.testkit.memory;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.Substitute;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.catalog.PuttingOnSale;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryOfferings implements Offerings, StockItems {

    private final InMemoryCatalogue catalogue;

    InMemoryOfferings(InMemoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<Sku, PricedOffering> onSale(OnSaleQuestion question) {
        var assortment = catalogue.of(question.tenant()).of(question.skus());
        var found = new HashMap<Sku, PricedOffering>();
        question.skus()
                .forEach(sku -> assortment
                        .ask(sku, question.channel(), question.currency(), question.at())
                        .peek(offering -> found.put(sku, offering)));
        return Map.copyOf(found);
    }

    @Override
    public Map<Sku, NotOnSale> notOnSale(OnSaleQuestion question) {
        var assortment = catalogue.of(question.tenant()).of(question.skus());
        var found = new HashMap<Sku, NotOnSale>();
        question.skus()
                .forEach(sku -> assortment
                        .ask(sku, question.channel(), question.currency(), question.at())
                        .peekLeft(because -> found.put(sku, because)));
        return Map.copyOf(found);
    }

    @Override
    public Map<Sku, List<Substitute>> substitutes(TenantId tenant, Collection<Sku> skus) {
        return InMemoryCatalogue.among(catalogue.of(tenant).substitutes(), skus);
    }

    @Override
    public void putOnSale(TenantId tenant, Collection<PricedOffering> offerings, Instant from) {
        new PuttingOnSale(catalogue, catalogue.priceLists()).put(tenant, offerings, from);
    }

    @Override
    public Optional<StockItem> find(TenantId tenant, Sku sku) {
        return Optional.ofNullable(catalogue.variants(tenant, List.of(sku)).get(sku))
                .filter(variant -> variant.archived().isEmpty())
                .map(variant -> new StockItem(variant.unit(), variant.isStocked()));
    }
}
