package app.cerniq.application.negotiation;

import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.negotiation.Negotiations;
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
}
