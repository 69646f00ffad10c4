package app.cerniq.ports.shared;

import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.stock.StockLevels;

/** Everything that is remembered, as one thing that a host chooses. Implementations are thread-safe. */
public interface Storage {

    Tenants tenants();

    Offerings offerings();

    StockLevels stockLevels();

    PriceRules priceRules();

    CustomerTiers customerTiers();

    Negotiations negotiations();
}
