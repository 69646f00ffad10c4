package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DEAD;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.time.MovableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The three deals of the demo. */
final class Story {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final Percentage GRANTED = Percentage.of("18");

    private final Cerniq cerniq;
    private final MovableClock clock;
    private final Ids ids;
    private final TenantId tenant;
    private final Timeline timeline;
    private final Cast cast;
    private final Basket basket;
    private int document;

    Story(Cerniq cerniq, MovableClock clock, Ids ids, TenantId tenant, Timeline timeline, Basket basket) {
        this.cerniq = cerniq;
        this.clock = clock;
        this.ids = ids;
        this.tenant = tenant;
        this.timeline = timeline;
        this.cast = Cast.of(ids);
        this.basket = basket;
    }

    /** Plays all three, with three customers. */
    List<NegotiationId> play(List<ClientData> customers) {
        return List.of(won(customers.get(0)), lostAndResurrected(customers.get(1)), takenOver(customers.get(2)));
    }

    private NegotiationId won(ClientData customer) {
        timeline.title("1. Won with a manager's discount: " + customer.name().orElse("a customer"));
        var scene = open(customer);
        var goods = basket.first();
        var extra = basket.second();
        adds(scene, goods, Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "the search found what the customer needs");
        scene.cannotMove(cast.agent(), CLOSING);
        scene.cannotMove(cast.agent(), NEGOTIATION);
        confirms(scene);
        scene.moves(cast.agent(), NEGOTIATION, "the customer asks about the price");
        adds(scene, extra, Percentage.of("5"));
        customerOffers(scene, goods);
        scene.fails(
                cast.agent(),
                "tries to give 45 % away",
                (desk, ask) -> desk.changeItem(
                        ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Percentage.of("45")))));
        scene.fails(
                cast.agent(),
                "tries to give " + Basket.ASKED + " without asking",
                (desk, ask) ->
                        desk.changeItem(ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Basket.ASKED))));
        grantedDiscount(scene, goods);
        confirms(scene);
        closes(scene, cast.agent());
        invoiced(scene, cast.agent());
        paid(scene);
        return scene.id();
    }

    private void customerOffers(Scene scene, PricedOffering goods) {
        var wish = goods.listPrice().less(Percentage.of("25"), Rounding.HALF_UP);
        scene.does(
                cast.agent(),
                "customer offers " + Timeline.amount(wish) + " per "
                        + goods.unit().symbol(),
                (desk, ask) -> desk.makeOffer(
                        ask,
                        new MakeOffer(
                                CounterOffer.Side.CUSTOMER,
                                scene.quote(),
                                List.of(new CounterOffer.Term(goods.sku(), wish, Optional.empty())),
                                "the customer's message")));
    }

    private void grantedDiscount(Scene scene, PricedOffering goods) {
        var receipt = scene.does(
                cast.agent(),
                "asks for " + Basket.ASKED + " on " + goods.sku(),
                (desk, ask) -> desk.requestDiscount(
                        ask,
                        new RequestDiscount(
                                List.of(new RequestDiscount.Wanted(goods.sku(), Basket.ASKED)),
                                "large order, first season")));
        var request = receipt.waiting().orElseThrow();
        var grant = new GrantDiscount(request, Optional.of(GRANTED), "not more than " + GRANTED);
        scene.fails(cast.rep(), "tries to grant it", (desk, ask) -> desk.grantDiscount(ask, grant));
        scene.later(Duration.ofMinutes(20));
        scene.does(cast.manager(), "grants " + GRANTED, (desk, ask) -> desk.grantDiscount(ask, grant));
    }

    private NegotiationId lostAndResurrected(ClientData customer) {
        timeline.title("2. Lost, then resurrected: " + customer.name().orElse("a customer"));
        var scene = open(customer);
        adds(scene, basket.second(), Percentage.of("8"));
        scene.moves(cast.agent(), PROPOSAL, "a proposal for the season");
        confirms(scene);
        scene.moves(cast.agent(), NEGOTIATION, "terms are discussed");
        closes(scene, cast.agent());
        scene.does(cast.agent(), "records the proforma", (desk, ask) -> desk.recordProforma(ask, proforma(scene)));
        scene.moves(cast.agent(), PROFORMA_SENT, "the proforma went out");
        scene.cannotMove(cast.system(), DEAD);
        timeline.note("… eight days of silence …");
        nextMorning(Duration.ofDays(8));
        scene.moves(cast.system(), DEAD, "the proforma expired");
        timeline.note("… three weeks later the customer writes again …");
        nextMorning(Duration.ofDays(21));
        scene.cannotMove(cast.agent(), PROPOSAL);
        scene.does(
                cast.rep(),
                "resurrects the deal",
                (desk, ask) ->
                        desk.resurrect(ask, new Resurrect(TransitionTrigger.USER_ACTION, "the customer is back")));
        adds(scene, basket.third(), Percentage.ZERO);
        scene.moves(cast.agent(), PROPOSAL, "a new proposal at the prices of today");
        confirms(scene);
        scene.moves(cast.agent(), NEGOTIATION, "terms are discussed again");
        closes(scene, cast.agent());
        invoiced(scene, cast.agent());
        paid(scene);
        return scene.id();
    }

    private NegotiationId takenOver(ClientData customer) {
        timeline.title("3. Taken over by a human: " + customer.name().orElse("a customer"));
        var scene = open(customer);
        var goods = basket.third();
        adds(scene, goods, Basket.FREE);
        scene.moves(cast.agent(), PROPOSAL, "a proposal for a new customer");
        scene.does(
                cast.agent(),
                "hands over: the customer wants a person",
                (desk, ask) -> desk.handOver(ask, new HandOver(cast.repId(), "the customer asked for a person")));
        scene.cannotMove(cast.agent(), DISCOVERY);
        scene.fails(
                cast.agent(),
                "tries to change the quote",
                (desk, ask) -> desk.changeItem(
                        ask, new ChangeItem(goods.sku(), Optional.empty(), Optional.of(Percentage.of("1")))));
        var tooMuch = basket.tooMuch(goods);
        scene.does(
                cast.rep(),
                "raises the quantity to " + tooMuch,
                (desk, ask) ->
                        desk.changeItem(ask, new ChangeItem(goods.sku(), Optional.of(tooMuch), Optional.empty())));
        scene.fails(
                cast.rep(),
                "tries to confirm it against stock",
                (desk, ask) -> desk.confirmProducts(ask, new ConfirmProducts(scene.quote())));
        Quantity some = basket.some(goods);
        scene.does(
                cast.rep(),
                "goes back to " + some,
                (desk, ask) -> desk.changeItem(ask, new ChangeItem(goods.sku(), Optional.of(some), Optional.empty())));
        confirms(scene, cast.rep());
        scene.moves(cast.rep(), NEGOTIATION, "terms agreed by phone");
        scene.does(
                cast.rep(),
                "hands back to the agent",
                (desk, ask) -> desk.handBack(ask, new HandBack("only paper work is left")));
        closes(scene, cast.agent());
        scene.does(cast.agent(), "records the proforma", (desk, ask) -> desk.recordProforma(ask, proforma(scene)));
        scene.moves(cast.agent(), PROFORMA_SENT, "the proforma went out");
        return scene.id();
    }

    private Scene open(ClientData customer) {
        nextMorning(Duration.ZERO);
        var lead = new LeadId(ids.next());
        return Scene.open(cerniq, clock, timeline, tenant, cast.agent(), lead, OpenNegotiation.with(lead, customer));
    }

    /** Nobody works at night or at the weekend. */
    private void nextMorning(Duration after) {
        var day = clock.instant().plus(after).atZone(BUCHAREST).toLocalDate().plusDays(1);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        clock.set(day.atTime(9, 0).atZone(BUCHAREST).toInstant());
    }

    private void adds(Scene scene, PricedOffering offering, Percentage discount) {
        var quantity = basket.some(offering);
        var at = discount.equals(Percentage.ZERO) ? "" : " at −" + discount;
        scene.does(
                cast.agent(),
                "adds " + quantity + " of " + offering.sku() + at,
                (desk, ask) -> desk.addItem(ask, new AddItem(offering.sku(), quantity, discount)));
    }

    private void confirms(Scene scene) {
        confirms(scene, cast.agent());
    }

    private void confirms(Scene scene, Actor actor) {
        scene.does(
                actor,
                "confirms the products against stock",
                (desk, ask) -> desk.confirmProducts(ask, new ConfirmProducts(scene.quote())));
    }

    private void closes(Scene scene, Actor actor) {
        scene.does(
                actor,
                "records the customer's yes",
                (desk, ask) -> desk.recordAgreement(ask, new RecordAgreement(scene.quote(), "the customer's message")));
        scene.moves(actor, CLOSING, "the customer agreed");
    }

    private void invoiced(Scene scene, Actor actor) {
        scene.does(actor, "records the proforma", (desk, ask) -> desk.recordProforma(ask, proforma(scene)));
        scene.moves(actor, PROFORMA_SENT, "the proforma went out");
        nextMorning(Duration.ZERO);
        scene.does(
                actor,
                "records that the customer accepted it",
                (desk, ask) -> desk.acceptProforma(ask, new AcceptProforma("signed copy by email")));
        scene.cannotMove(actor, INVOICED);
        scene.does(
                cast.system(),
                "records the invoice",
                (desk, ask) -> desk.recordInvoice(ask, new RecordInvoice("FCT " + ++document, clock.instant())));
        scene.moves(cast.system(), INVOICED, "the invoice was issued");
    }

    private void paid(Scene scene) {
        nextMorning(Duration.ofDays(3));
        var gross = scene.deal().documents().invoice().orElseThrow().gross();
        scene.does(
                cast.system(),
                "records the payment",
                (desk, ask) -> desk.recordPayment(ask, new RecordPayment("OP " + ++document, gross, clock.instant())));
        scene.moves(cast.system(), PAID, "paid in full");
    }

    private RecordProforma proforma(Scene scene) {
        return new RecordProforma(
                "PF " + ++document, scene.quote(), clock.instant().plus(Duration.ofDays(7)));
    }
}
