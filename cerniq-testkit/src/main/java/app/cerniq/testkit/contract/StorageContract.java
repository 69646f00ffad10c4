package app.cerniq.testkit.contract;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;

/** What every contract of a store needs from the class that runs it. */
public interface StorageContract {

    /** The store under test; the same one within a test. */
    Storage storage();

    /** Ids that no other test of this store is given. */
    Ids ids();

    /** A new tenant with all the {@link Goods} on sale and plenty in stock. */
    default TenantId tenant() {
        var tenant = new TenantId(ids().next());
        storage().tenants().setUp(tenant, "A tenant");
        storage().offerings().putOnSale(tenant, Goods.all());
        storage().inventory().book(Goods.plentyOf(tenant, ids())).get();
        return tenant;
    }
}
