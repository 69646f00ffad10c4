package app.cerniq.testkit.memory;

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
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.stock.Inventory;
import app.cerniq.ports.stock.Locations;
import app.cerniq.ports.stock.Reservations;
import app.cerniq.ports.stock.StockLevels;

/** A whole store in memory, empty at first; gone with the last reference. Thread-safe. */
public final class InMemoryStorage implements Storage {

    private final InMemoryTenants tenants = new InMemoryTenants();
    private final InMemoryHumanTasks humanTasks = new InMemoryHumanTasks(tenants);
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(tenants);
    private final InMemoryOfferings offerings = new InMemoryOfferings(catalogue);
    private final InMemoryProductSearch productSearch = new InMemoryProductSearch(catalogue);
    private final InMemorySemanticIndex semanticIndex = new InMemorySemanticIndex(catalogue);
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryEventArchive eventArchive = new InMemoryEventArchive();
    private final InMemoryStock stock = new InMemoryStock(offerings, outbox);
    private final InMemoryStockLevels stockLevels = new InMemoryStockLevels(stock);
    private final InMemoryInventory inventory = new InMemoryInventory(tenants, stock);
    private final InMemoryLocations locations = new InMemoryLocations(tenants, stock);
    private final InMemoryReservations reservations = new InMemoryReservations(stock);
    private final InMemoryAutomation automation = new InMemoryAutomation(tenants);
    private final InMemoryNegotiations negotiations = new InMemoryNegotiations(tenants, stock, automation, outbox);
    private final InMemoryPersonalData personalData = new InMemoryPersonalData(negotiations);
    private final InMemoryPriceRules priceRules = new InMemoryPriceRules(tenants, catalogue::category);
    private final InMemoryCustomerTiers customerTiers = new InMemoryCustomerTiers(tenants);
    private final InMemoryGuardrailBook guardrailBook = new InMemoryGuardrailBook(tenants, catalogue);
    private final InMemorySagas sagas = new InMemorySagas(tenants, outbox);

    @Override
    public Tenants tenants() {
        return tenants;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public SalesChannels salesChannels() {
        return catalogue.salesChannels();
    }

    @Override
    public PriceLists priceLists() {
        return catalogue.priceLists();
    }

    @Override
    public Offerings offerings() {
        return offerings;
    }

    @Override
    public ProductSearch productSearch() {
        return productSearch;
    }

    @Override
    public SemanticIndex semanticIndex() {
        return semanticIndex;
    }

    @Override
    public StockLevels stockLevels() {
        return stockLevels;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public Locations locations() {
        return locations;
    }

    @Override
    public Reservations reservations() {
        return reservations;
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
    public GuardrailBook guardrailBook() {
        return guardrailBook;
    }

    @Override
    public Negotiations negotiations() {
        return negotiations;
    }

    @Override
    public Deadlines deadlines() {
        return negotiations.deadlines();
    }

    @Override
    public HumanTasks humanTasks() {
        return humanTasks;
    }

    @Override
    public PersonalData personalData() {
        return personalData;
    }

    @Override
    public Sagas sagas() {
        return sagas;
    }

    @Override
    public Automation automation() {
        return automation;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public SetAside setAside() {
        return outbox.setAside();
    }

    @Override
    public DeadLetters deadLetters() {
        return outbox.deadLetters();
    }

    @Override
    public EventArchive eventArchive() {
        return eventArchive;
    }

    @Override
    public WakeUp wakeUp() {
        return outbox.wakeUp();
    }
}
