package app.cerniq.examples.isolation;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.RuleTerms;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.contract.GuardrailBookContract;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.MarkedLife;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.fixture.Rules;
import app.cerniq.testkit.fixture.SagaPlay;
import app.cerniq.testkit.fixture.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A tenant whom somebody of another tenant tries to reach. What it has is marked, so that any answer that holds a piece of
 * it is known by that.
 *
 * @param open a deal that can be changed, with goods held and a discount that waits
 * @param over a deal that is over
 * @param key of the command that opened the first
 * @param saga about the first
 * @param message that is on its way, set aside for a consumer, and archived
 */
record Victim(
        TenantId tenant,
        Negotiation open,
        Negotiation over,
        Reservation held,
        DiscountRequestId waiting,
        PriceRule rule,
        IdempotencyKey key,
        SagaId saga,
        OutboxMessage message) {

    /** What only the victim sells; its price stands nowhere else. */
    static final PricedOffering PRODUCT = new PricedOffering(
            new Sku("NB-1"),
            1,
            "qzx-product",
            Unit.PIECE,
            "standard",
            Money.ron("7777.77"),
            Money.ron("7000.00"),
            Optional.empty(),
            VatTreatment.taxed("21"));

    static final LocationCode LOCATION = new LocationCode("NB-YARD");

    /** Moves into a store. */
    static Victim in(Storage storage, Ids ids) {
        var tenant = new TenantId(ids.next());
        storage.tenants().setUp(tenant, "qzx-tenant");
        storage.catalogue().commit(PlantProtection.all(tenant));
        storage.offerings().putOnSale(tenant, Goods.all());
        storage.offerings().putOnSale(tenant, List.of(PRODUCT));
        storage.locations().open(tenant, LOCATION, StockLocation.Kind.WAREHOUSE, "qzx-yard");
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
        storage.inventory()
                .book(Goods.received(tenant, ids, PRODUCT, LOCATION, "50"))
                .get();
        var rule = Rules.of(ids, "qzx-rule", RuleTerms.Volume.STANDARD);
        storage.priceRules().put(tenant, rule);
        storage.guardrailBook()
                .lay(tenant, GuardrailBookContract.EVERYTHING, Play.MORNING)
                .get();
        var over = MarkedLife.all(storage.negotiations(), ids, tenant).get(0);
        return open(storage, ids, tenant, over, rule);
    }

    private static Victim open(Storage storage, Ids ids, TenantId tenant, Negotiation over, PriceRule rule) {
        var key = new IdempotencyKey("the victim's own key");
        var opening = Play.opening(ids, tenant, new LeadId(ids.next()));
        storage.negotiations().commit(Play.commitOf(opening, ids, key)).get();
        var play = Play.open(storage.negotiations(), ids, tenant, MarkedLife.PERSON, over.annotations());
        var held = Holds.of(ids, PRODUCT, LOCATION, "3");
        storage.customerTiers().assign(tenant, play.deal().lead(), new CustomerTier("QZX"));
        play.quote(Lines.of(PRODUCT, "3", "0")).to(NegotiationState.PROPOSAL);
        play.keep(Holds.hold(play, Duration.ofDays(7), held));
        var ticket = play.ticket();
        play.step(
                People.AGENT,
                it -> stamp -> it.discounting(stamp)
                        .request(
                                ticket,
                                List.of(new PricedLine(Lines.of(PRODUCT, "3", "8"), Play.tier(DiscountTier.MANAGER))),
                                "qzx-justification"));
        return new Victim(
                tenant,
                play.deal(),
                over,
                held,
                ticket,
                rule,
                key,
                saga(storage, ids, play.deal()),
                message(storage, ids, tenant));
    }

    private static SagaId saga(Storage storage, Ids ids, Negotiation deal) {
        var about = new SagaSubject("negotiation", deal.id().value(), 1);
        var saga = storage.sagas()
                .begin(SagaPlay.start(ids, deal.id().tenant(), about), List.of())
                .get();
        var parked = saga.steering(People.MANAGER, Play.MORNING).park("qzx-parked");
        return storage.sagas().keep(parked.get(), List.of()).get().id();
    }

    private static OutboxMessage message(Storage storage, Ids ids, TenantId tenant) {
        var message = Told.closed(tenant, ids.next(), "qzx-service", Play.MORNING);
        storage.outbox().append(tenant, List.of(message));
        storage.setAside()
                .replay(
                        tenant,
                        new ConsumerName("books"),
                        List.of(message),
                        ActorRef.of(People.MANAGER),
                        Play.MORNING,
                        "qzx-replay");
        storage.eventArchive().keep(tenant, List.of(message));
        return message;
    }

    Quantity some() {
        return Quantity.of("1", Unit.PIECE);
    }
}
