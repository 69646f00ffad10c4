package app.cerniq.adapters.postgres;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import java.time.Duration;
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

    /** Something that somebody has to look at. */
    static HumanTask.Changed task(TenantId tenant, Ids ids) {
        return HumanTask.open(
                new HumanTaskId(tenant, ids.next()),
                new TaskTopic(HumanTaskKind.SAGA_STUCK, "saga", "17", "step 3"),
                "A saga is stuck",
                Urgency.HIGH,
                Role.SALES_MANAGER,
                new Sla(Duration.ofHours(1), 80),
                ActorRef.of(People.SYSTEM),
                Play.MORNING);
    }
}
