package app.cerniq.application.negotiation;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.domain.stock.Holding;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.stock.StockInvariants;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A sales desk for tests: the real rules over a store in memory, one tenant with goods, and one deal at hand. */
public final class Desk {

    public final MovableClock clock;
    public final Ids ids;
    public final InMemoryStorage storage;
    public final Cerniq cerniq;
    public final TenantId tenant;
    public final LeadId lead;
    public final NegotiationId id;

    public Desk() {
        this(UnaryOperator.identity(), AllocationStrategy.fewestLocations());
    }

    /**
     * A desk with something between it and its store, or with a strategy of its own.
     *
     * @param around gives the store that the desk sees
     */
    public Desk(UnaryOperator<Storage> around, AllocationStrategy allocation) {
        clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
        ids = new CountedIds(7);
        storage = new InMemoryStorage();
        cerniq = engine(around.apply(storage), allocation, clock, ids);
        tenant = new TenantId(ids.next());
        lead = new LeadId(ids.next());
        cerniq.tenants().setUp(tenant, "A tenant");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
        id = open(lead, "open").get().negotiation();
    }

    /** A desk that is measured. */
    public static Desk measured(MeterRegistry meters, OpenTelemetry tracing) {
        var plain = new Desk();
        var watched = Cerniq.builder()
                .storage(plain.storage)
                .policies(DroolsPolicies.standard())
                .meters(meters)
                .tracing(tracing)
                .clock(plain.clock)
                .ids(plain.ids)
                .build();
        return new Desk(plain, watched);
    }

    private static Cerniq engine(Storage storage, AllocationStrategy allocation, Clock clock, Ids ids) {
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .allocation(allocation)
                .clock(clock)
                .ids(ids)
                .build();
    }

    private Desk(Desk beside, Cerniq cerniq) {
        clock = beside.clock;
        ids = beside.ids;
        storage = beside.storage;
        this.cerniq = cerniq;
        tenant = beside.tenant;
        lead = new LeadId(ids.next());
        id = open(lead, ids.next().toString()).get().negotiation();
    }

    /** Another deal of the same tenant. */
    public Desk beside() {
        return new Desk(this, cerniq);
    }

    /** Another deal of the same tenant on another host, with nothing between it and the store. */
    public Desk elsewhere() {
        return new Desk(this, engine(storage, AllocationStrategy.fewestLocations(), clock, ids));
    }

    public Either<NegotiationRefusal, Receipt> open(LeadId who, String key) {
        return cerniq.negotiations().open(tenant, People.AGENT, key, OpenNegotiation.with(who, Goods.COMPANY));
    }

    public Negotiation deal() {
        return cerniq.negotiations().find(id).orElseThrow();
    }

    public ContentHash quote() {
        return deal().bargain().quote().orElseThrow().hash();
    }

    /** An ask for the deal as it stands, under a key of its own. */
    public Ask ask(Actor actor) {
        return Ask.by(actor, id, deal().version(), ids.next().toString());
    }

    /** A command by somebody. */
    public Either<NegotiationRefusal, Receipt> does(
            Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        return command.apply(cerniq.negotiations(), ask(actor));
    }

    /** A command that must succeed. */
    public Desk must(Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        does(actor, command).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        return this;
    }

    public Either<NegotiationRefusal, Receipt> moves(Actor actor, NegotiationState to) {
        return does(actor, (desk, ask) -> desk.advance(ask, Advance.to(to, TransitionTrigger.USER_ACTION, "a test")));
    }

    /** The command that gives a deal up. */
    public static Advance losing() {
        return new Advance(
                NegotiationState.DEAD, TransitionTrigger.USER_ACTION, "a test", Optional.of(LossReason.PRICE));
    }

    public Desk to(NegotiationState state) {
        moves(People.AGENT, state).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        return this;
    }

    public Desk adds(PricedOffering offering, String quantity, String discount) {
        return must(People.AGENT, (desk, ask) -> desk.addItem(ask, adding(offering, quantity, discount)));
    }

    public static AddItem adding(PricedOffering offering, String quantity, String discount) {
        return new AddItem(offering.sku(), Quantity.of(quantity, offering.unit()), Percentage.of(discount));
    }

    /** From a fresh deal to NEGOTIATION with 40 bags of seed at 10 %. */
    public Desk toNegotiation() {
        return adds(Goods.WHEAT_SEED, "40", "10")
                .to(NegotiationState.PROPOSAL)
                .must(People.AGENT, (desk, ask) -> desk.confirmProducts(ask, new ConfirmProducts(quote())))
                .to(NegotiationState.NEGOTIATION);
    }

    /** On to CLOSING. */
    public Desk toClosing() {
        return must(People.AGENT, (desk, ask) -> desk.recordAgreement(ask, new RecordAgreement(quote(), "message 1")))
                .to(NegotiationState.CLOSING);
    }

    /** On to PROFORMA_SENT. */
    public Desk toProformaSent() {
        return toClosing()
                .must(
                        People.AGENT,
                        (desk, ask) -> desk.recordProforma(
                                ask,
                                new RecordProforma(
                                        "PF 1", quote(), clock.instant().plus(Duration.ofDays(7)))))
                .to(NegotiationState.PROFORMA_SENT);
    }

    /** The invoice, which needs an accepted proforma. */
    public Desk invoices() {
        return must(People.SYSTEM, (desk, ask) -> desk.recordInvoice(ask, new RecordInvoice("FCT 1", clock.instant())))
                .to(NegotiationState.INVOICED);
    }

    /** On to PROFORMA_SENT, and the customer says yes. */
    public Desk toAcceptedProforma() {
        return toNegotiation()
                .toProformaSent()
                .must(People.AGENT, (desk, ask) -> desk.acceptProforma(ask, new AcceptProforma("signed")));
    }

    /** Holds the goods of the quote. */
    public Desk reserves() {
        return must(People.AGENT, (desk, ask) -> desk.reserveStock(ask, ReserveStock.allOf(quote())));
    }

    /** What is held for the deal now. */
    public Optional<Holding> held() {
        return deal().heldAt(clock.instant());
    }

    /** What can be promised of something now. */
    public StockAmount available(PricedOffering offering) {
        return Optional.ofNullable(cerniq.stock()
                        .positions(tenant, List.of(offering.sku()))
                        .get(offering.sku()))
                .orElseThrow()
                .available();
    }

    /** Everything that must not be, of this tenant's goods. */
    public List<String> faults() {
        return new StockInvariants(storage, tenant).audit(List.of(id), clock.instant());
    }
}
