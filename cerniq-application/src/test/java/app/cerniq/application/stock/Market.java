package app.cerniq.application.stock;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.application.negotiation.NegotiationDesk;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.stock.StockInvariants;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Two hosts with clocks of their own, a few deals, two goods that are scarce, and two places where they lie. */
final class Market {

    static final int HOSTS = 2;
    static final int DEALS = 3;
    static final List<PricedOffering> GOODS = List.of(Goods.NOZZLE, Goods.WHEAT_SEED);
    static final List<LocationCode> LOCATIONS = List.of(LocationCode.PRINCIPAL, new LocationCode("shop"));

    private static final AddItem ONE_NOZZLE =
            new AddItem(Goods.NOZZLE.sku(), Quantity.of("1", Unit.PIECE), Percentage.of("0"));

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    final CountedIds ids = new CountedIds(9);
    final TenantId tenant = new TenantId(ids.next());
    final MovableTimes times = new MovableTimes(DroolsPolicies.standard());

    private final InMemoryStorage storage = new InMemoryStorage();
    private final List<MovableClock> clocks = new ArrayList<>();
    private final List<Cerniq> hosts = new ArrayList<>();
    private final List<NegotiationId> deals = new ArrayList<>();
    private final List<NegotiationId> everyDeal = new ArrayList<>();
    private final StockInvariants invariants = new StockInvariants(storage, tenant);
    private final Map<String, Integer> answers = new TreeMap<>();
    private Instant latest = MORNING;

    Market() {
        for (var host = 0; host < HOSTS; host++) {
            clocks.add(MovableClock.at(MORNING));
            hosts.add(Cerniq.builder()
                    .storage(storage)
                    .policies(times)
                    .clock(clocks.get(host))
                    .ids(ids)
                    .build());
        }
        hosts.get(0).tenants().setUp(tenant, "A tenant");
        hosts.get(0).offerings().putOnSale(tenant, GOODS);
        var stock = hosts.get(0).stock();
        LOCATIONS.forEach(code -> stock.openLocation(tenant, code, StockLocation.Kind.STORE, "Place " + code));
        GOODS.forEach(offering -> LOCATIONS.forEach(code -> stock.count(
                        tenant,
                        People.SYSTEM,
                        ids.next().toString(),
                        Map.of(new Place(offering.sku(), code), amount(offering, 10)),
                        "opening stock")
                .get()));
        for (var deal = 0; deal < DEALS; deal++) {
            deals.add(opened(0));
        }
    }

    static StockAmount amount(PricedOffering offering, int many) {
        return StockAmount.of(String.valueOf(many), offering.unit() == Unit.BAG ? Unit.BAG : Unit.PIECE);
    }

    StockDesk stock(int host) {
        return hosts.get(host).stock();
    }

    /** Lets time pass on one host; the other follows as far as its clock is not wrong by more than 5 seconds. */
    void jump(int host, int millis) {
        clocks.get(host).move(Duration.ofMillis(millis));
        var now = clocks.get(host).instant();
        latest = now.isAfter(latest) ? now : latest;
        for (var clock : clocks) {
            if (clock.instant().isBefore(latest.minusSeconds(5))) {
                clock.set(latest.minusSeconds(5));
            }
        }
    }

    /** A command on one of the deals, as it stands. */
    void does(int host, int deal, BiFunction<NegotiationDesk, Step, Either<NegotiationRefusal, Receipt>> command) {
        var standing = standing(deal);
        var ask =
                Ask.by(People.REP, standing.id(), standing.version(), ids.next().toString());
        var now = clocks.get(host).instant();
        note(command.apply(hosts.get(host).negotiations(), new Step(ask, standing, now))
                .fold(NegotiationRefusal::code, receipt -> isSale(standing, receipt) ? "SOLD" : "DONE"));
    }

    private static boolean isSale(Negotiation before, Receipt receipt) {
        return receipt.state() == NegotiationState.INVOICED && before.state() != NegotiationState.INVOICED;
    }

    /** A deal as it stands, and what is asked of it. */
    record Step(Ask ask, Negotiation deal, Instant now) {

        ContentHash quote() {
            return deal.bargain().quote().map(quote -> quote.hash()).orElse(ContentHash.of(List.of("none")));
        }
    }

    /** Any answer that is no step of a deal. */
    void note(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    /** How often which answer was given. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** The next sensible step to the end; a deal that is over makes room for another. */
    void goOn(int host, int deal) {
        if (!standing(deal).state().isActive()) {
            deals.set(deal, opened(host));
        } else {
            does(host, deal, Market::next);
        }
    }

    private static Either<NegotiationRefusal, Receipt> next(NegotiationDesk desk, Step step) {
        var deal = step.deal();
        var ask = step.ask();
        var met = deal.conditionsAt(step.now());
        return switch (deal.state()) {
            case DISCOVERY -> move(desk, ask, NegotiationState.PROPOSAL);
            case PROPOSAL ->
                met.contains(MoveCondition.PRODUCT_CONFIRMED)
                        ? move(desk, ask, NegotiationState.NEGOTIATION)
                        : desk.confirmProducts(ask, new ConfirmProducts(step.quote()));
            case NEGOTIATION ->
                met.contains(MoveCondition.AGREEMENT_REACHED)
                        ? move(desk, ask, NegotiationState.CLOSING)
                        : desk.recordAgreement(ask, new RecordAgreement(step.quote(), "message 1"));
            case CLOSING ->
                met.contains(MoveCondition.PROFORMA_CREATED)
                        ? move(desk, ask, NegotiationState.PROFORMA_SENT)
                        : desk.recordProforma(
                                ask,
                                new RecordProforma(
                                        "PF " + deal.version(),
                                        step.quote(),
                                        step.now().plus(Duration.ofDays(7))));
            case PROFORMA_SENT -> towardsTheInvoice(desk, step);
            case INVOICED -> towardsTheEnd(desk, step);
            case PAID, DEAD -> move(desk, ask, NegotiationState.DISCOVERY);
        };
    }

    private static Either<NegotiationRefusal, Receipt> towardsTheInvoice(NegotiationDesk desk, Step step) {
        var met = step.deal().conditionsAt(step.now());
        if (!met.contains(MoveCondition.PROFORMA_ACCEPTED)) {
            return desk.acceptProforma(step.ask(), new AcceptProforma("signed"));
        }
        return met.contains(MoveCondition.INVOICE_ISSUED)
                ? move(desk, step.ask(), NegotiationState.INVOICED)
                : desk.recordInvoice(
                        step.ask(), new RecordInvoice("FCT " + step.deal().version(), step.now()));
    }

    /** Every other deal is paid; the rest is reversed. */
    private static Either<NegotiationRefusal, Receipt> towardsTheEnd(NegotiationDesk desk, Step step) {
        var met = step.deal().conditionsAt(step.now());
        if (met.contains(MoveCondition.PAYMENT_FAILED)) {
            return move(desk, step.ask(), NegotiationState.DEAD);
        }
        if (met.contains(MoveCondition.PAYMENT_CONFIRMED)) {
            return move(desk, step.ask(), NegotiationState.PAID);
        }
        var gross = step.deal().documents().invoice().orElseThrow().gross();
        return step.deal().id().value().getLeastSignificantBits() % 2 == 0
                ? desk.recordPayment(step.ask(), new RecordPayment("OP 1", gross, step.now()))
                : desk.recordStorno(step.ask(), new RecordStorno("STR 1"));
    }

    static Either<NegotiationRefusal, Receipt> move(NegotiationDesk desk, Ask ask, NegotiationState to) {
        return desk.advance(ask, Advance.to(to, TransitionTrigger.USER_ACTION, "on we go"));
    }

    Negotiation standing(int deal) {
        return storage.negotiations().find(deals.get(deal)).orElseThrow();
    }

    private NegotiationId opened(int host) {
        var opening = OpenNegotiation.with(new LeadId(ids.next()), Goods.COMPANY);
        var key = ids.next().toString();
        var id = hosts.get(host)
                .negotiations()
                .open(tenant, People.REP, key, opening)
                .get()
                .negotiation();
        hosts.get(host)
                .negotiations()
                .addItem(Ask.by(People.REP, id, 1, ids.next().toString()), ONE_NOZZLE)
                .get();
        everyDeal.add(id);
        return id;
    }

    /** Everything that must not be now. */
    List<String> faults() {
        return invariants.audit(everyDeal, latest);
    }

    /** What is still held once every time is up and everything was swept. */
    List<String> leaks() {
        return invariants.leaks(ActorRef.of(People.SYSTEM), latest.plus(Duration.ofDays(30)));
    }

    /** Whether every deal is what its history says. */
    Optional<NegotiationId> unfaithful() {
        return everyDeal.stream()
                .filter(id -> !Negotiation.fold(storage.negotiations().history(id))
                        .equals(storage.negotiations().find(id).orElseThrow()))
                .findFirst();
    }
}
