package app.cerniq.application.negotiation;

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

/** A store that passes everything on; what is different is what a test overrides. */
public class ForwardingStorage implements Storage {

    private final Storage store;

    protected ForwardingStorage(Storage store) {
        this.store = store;
    }

    @Override
    public Tenants tenants() {
        return store.tenants();
    }

    @Override
    public Offerings offerings() {
        return store.offerings();
    }

    @Override
    public StockLevels stockLevels() {
        return store.stockLevels();
    }

    @Override
    public Inventory inventory() {
        return store.inventory();
    }

    @Override
    public Locations locations() {
        return store.locations();
    }

    @Override
    public Reservations reservations() {
        return store.reservations();
    }

    @Override
    public Negotiations negotiations() {
        return store.negotiations();
    }

    @Override
    public Deadlines deadlines() {
        return store.deadlines();
    }

    @Override
    public HumanTasks humanTasks() {
        return store.humanTasks();
    }

    @Override
    public Catalogue catalogue() {
        return store.catalogue();
    }

    @Override
    public SalesChannels salesChannels() {
        return store.salesChannels();
    }

    @Override
    public PriceLists priceLists() {
        return store.priceLists();
    }

    @Override
    public PriceRules priceRules() {
        return store.priceRules();
    }

    @Override
    public GuardrailBook guardrailBook() {
        return store.guardrailBook();
    }

    @Override
    public CustomerTiers customerTiers() {
        return store.customerTiers();
    }

    @Override
    public ProductSearch productSearch() {
        return store.productSearch();
    }

    @Override
    public SemanticIndex semanticIndex() {
        return store.semanticIndex();
    }

    @Override
    public PersonalData personalData() {
        return store.personalData();
    }

    @Override
    public Sagas sagas() {
        return store.sagas();
    }

    @Override
    public Automation automation() {
        return store.automation();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public SetAside setAside() {
        return store.setAside();
    }

    @Override
    public DeadLetters deadLetters() {
        return store.deadLetters();
    }

    @Override
    public EventArchive eventArchive() {
        return store.eventArchive();
    }

    @Override
    public WakeUp wakeUp() {
        return store.wakeUp();
    }
}
