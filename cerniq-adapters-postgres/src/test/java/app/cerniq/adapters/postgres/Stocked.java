package app.cerniq.adapters.postgres;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.Sla;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.GuardrailBookContract;
import app.cerniq.testkit.fixture.Forgetting;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Rules;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.fixture.Told;
import app.cerniq.testkit.fixture.WholeLife;
import java.time.Duration;
import java.util.List;
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

    /** Sets a tenant up that has rows in every table. */
    static void busy(Storage storage, Ids ids, TenantId tenant) {
        storage.tenants().setUp(tenant, "A tenant");
        if (storage.catalogue().commit(PlantProtection.all(tenant)) != CommitOutcome.STORED) {
            throw new AssertionError("The catalogue of " + tenant + " is not new.");
        }
        fill(storage, ids, tenant);
        WholeLife.allEvents(storage.negotiations(), ids, tenant);
        runLow(storage, ids, tenant);
        storage.priceRules().put(tenant, Rules.of(ids, "Volume", RuleTerms.Volume.STANDARD));
        storage.customerTiers().assign(tenant, new LeadId(ids.next()), CustomerTier.GOLD);
        storage.guardrailBook()
                .lay(tenant, GuardrailBookContract.EVERYTHING, GuardrailBookContract.MARCH)
                .get();
        storage.guardrailBook()
                .install(GuardrailBookContract.pack(tenant, 1, GuardrailBookContract.MARCH))
                .get();
        MarkedLife.all(storage.negotiations(), ids, tenant);
        var lost = MarkedLife.released(storage.negotiations(), ids, tenant);
        var forgetting = Forgetting.of(storage, ids, lost, "request 1");
        storage.personalData().erase(forgetting.commit(), forgetting.erasure()).get();
        SagaPlay.begin(storage.sagas(), ids, tenant);
        storage.humanTasks().open(task(tenant, ids)).get();
        storage.tenants().limitTimes(tenant, new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofHours(5))));
        var message = Told.closed(tenant, ids.next(), "a", Play.MORNING);
        var manager = ActorRef.of(People.MANAGER);
        storage.setAside()
                .replay(tenant, new ConsumerName("books"), List.of(message), manager, Play.MORNING, "for the test");
        storage.eventArchive().keep(tenant, List.of(message));
        var automation = storage.automation();
        automation.bound(tenant, new SafetyBound(Signal.REFUSAL, 100, Duration.ofMinutes(10)));
        automation.count(tenant, Signal.REFUSAL, Play.MORNING, Duration.ofMinutes(10));
        automation.park(Park.ordered(tenant, ActorRef.of(People.MANAGER), "A test.", Play.MORNING));
    }
}
