package app.cerniq.ports.shared;

import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.catalog.Catalogue;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.catalog.PriceLists;
import app.cerniq.ports.catalog.SalesChannels;
import app.cerniq.ports.catalog.search.ProductSearch;
import app.cerniq.ports.catalog.search.SemanticIndex;
import app.cerniq.ports.guardrail.GuardrailBook;
import app.cerniq.ports.negotiation.Deadlines;
import app.cerniq.ports.negotiation.Negotiations;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.pricing.PriceRules;
import app.cerniq.ports.privacy.PersonalData;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.runtime.DeadLetters;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.Sagas;
import app.cerniq.ports.runtime.SetAside;
import app.cerniq.ports.runtime.WakeUp;
import app.cerniq.ports.stock.Inventory;
import app.cerniq.ports.stock.Locations;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.ports.stock.StockLevels;

/** Everything that is remembered, as one thing that a host chooses. Implementations are thread-safe. */
public interface Storage {

    Tenants tenants();

    Catalogue catalogue();

    SalesChannels salesChannels();

    PriceLists priceLists();

    Offerings offerings();

    ProductSearch productSearch();

    SemanticIndex semanticIndex();

    StockLevels stockLevels();

    Inventory inventory();

    Locations locations();

    Reservations reservations();

    PriceRules priceRules();

    CustomerTiers customerTiers();

    GuardrailBook guardrailBook();

    Negotiations negotiations();

    Deadlines deadlines();

    HumanTasks humanTasks();

    PersonalData personalData();

    Sagas sagas();

    Automation automation();

    Outbox outbox();

    SetAside setAside();

    DeadLetters deadLetters();

    EventArchive eventArchive();

    WakeUp wakeUp();
}
