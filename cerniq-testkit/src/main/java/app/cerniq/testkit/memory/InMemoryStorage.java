package app.cerniq.testkit.memory;

import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.stock.StockLevels;
import java.util.Optional;

/** A whole store in memory, empty at first; gone with the last reference. Thread-safe. */
public final class InMemoryStorage implements Storage {

    private final InMemoryTenants tenants = new InMemoryTenants();
    private final InMemoryOfferings offerings = new InMemoryOfferings(tenants);
    private final InMemoryStockLevels stockLevels = new InMemoryStockLevels(offerings);
    // No product has a category until the catalogue says so: this is the place to ask it.
    private final InMemoryPriceRules priceRules = new InMemoryPriceRules(tenants, (tenant, sku) -> Optional.empty());
    private final InMemoryCustomerTiers customerTiers = new InMemoryCustomerTiers(tenants);
    private final InMemoryNegotiations negotiations = new InMemoryNegotiations(tenants);

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public Offerings offerings() {
        return offerings;
    }

    @Override
    public StockLevels stockLevels() {
        return stockLevels;
    }

    @Override
    public PriceRules priceRules() {
        return priceRules;
    }

    @Override
    public CustomerTiers customerTiers() {
        return customerTiers;
    }

    @Override
    public Negotiations negotiations() {
        return negotiations;
    }
}
