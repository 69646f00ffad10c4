package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import java.util.Map;

/** Tenants that have something to sell. */
final class Stocked {

    private Stocked() {}

    /** A new tenant with all the goods of the tests on sale, and plenty of each. */
    static TenantId tenant(Storage storage, Ids ids) {
        var tenant = new TenantId(ids.next());
        fill(storage, ids, tenant);
        return tenant;
    }

    /** Sets a tenant up like that. */
    static void fill(Storage storage, Ids ids, TenantId tenant) {
        storage.tenants().setUp(tenant, "A tenant");
        storage.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
    }

    /** Counts so little urea that somebody is told. */
    static void runLow(Storage storage, Ids ids, TenantId tenant) {
        storage.inventory()
                .book(Goods.counted(tenant, ids, Map.of(Goods.UREA.sku(), Quantity.of("1", Goods.UREA.unit()))))
                .get();
    }
}
