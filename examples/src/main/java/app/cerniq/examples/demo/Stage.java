package app.cerniq.examples.demo;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.INVOICED;
import static app.cerniq.domain.negotiation.NegotiationState.PAID;
import static app.cerniq.domain.negotiation.NegotiationState.PROFORMA_SENT;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Ids;
import app.cerniq.testkit.time.MovableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Where the deals of the demo are played, and what all of them do alike. */
final class Stage {

    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final Cerniq cerniq;
    private final MovableClock clock;
    private final Ids ids;
    private final TenantId tenant;
    private final Cast cast;
    private final Timeline timeline;
    private int document;

    Stage(Cerniq cerniq, MovableClock clock, Ids ids, TenantId tenant, Cast cast, Timeline timeline) {
        this.cerniq = cerniq;
        this.clock = clock;
        this.ids = ids;
        this.tenant = tenant;
        this.cast = cast;
        this.timeline = timeline;
    }

    Cast cast() {
        return cast;
    }

    Timeline timeline() {
        return timeline;
    }

    Scene open(ClientData customer) {
        nextMorning(Duration.ZERO);
        var lead = new LeadId(ids.next());
        return Scene.open(cerniq, clock, timeline, tenant, cast.agent(), lead, OpenNegotiation.with(lead, customer));
    }

    /** Nobody works at night or at the weekend. */
    void nextMorning(Duration after) {
        var day = clock.instant().plus(after).atZone(BUCHAREST).toLocalDate().plusDays(1);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        clock.set(day.atTime(9, 0).atZone(BUCHAREST).toInstant());
    }

    void adds(Scene scene, PricedOffering offering, Quantity quantity, Percentage discount) {
        var at = discount.equals(Percentage.ZERO) ? "" : " at −" + discount;
        scene.does(
                cast.agent(),
                "adds " + quantity + " of " + offering.sku() + at,
                (desk, ask) -> desk.addItem(ask, new AddItem(offering.sku(), quantity, discount)));
    }

    void confirms(Scene scene, Actor actor) {
        scene.does(
                actor,
                "confirms the products against stock",
                (desk, ask) -> desk.confirmProducts(ask, new ConfirmProducts(scene.quote())));
    }

    void holds(Scene scene, Actor actor) {
        scene.does(
                actor, "has the goods held", (desk, ask) -> desk.reserveStock(ask, ReserveStock.allOf(scene.quote())));
    }

    void cannotHold(Scene scene, Actor actor) {
        scene.fails(
                actor,
                "tries to have all of it held",
                (desk, ask) -> desk.reserveStock(ask, ReserveStock.allOf(scene.quote())));
    }

    void closes(Scene scene, Actor actor) {
        scene.does(
                actor,
                "records the customer's yes",
                (desk, ask) -> desk.recordAgreement(ask, new RecordAgreement(scene.quote(), "the customer's message")));
        scene.moves(actor, CLOSING, "the customer agreed");
    }

    void sendsProforma(Scene scene, Actor actor) {
        var proforma = new RecordProforma(
                "PF " + ++document, scene.quote(), clock.instant().plus(Duration.ofDays(7)));
        scene.does(actor, "records the proforma", (desk, ask) -> desk.recordProforma(ask, proforma));
        scene.moves(actor, PROFORMA_SENT, "the proforma went out");
    }

    void invoiced(Scene scene, Actor actor) {
        sendsProforma(scene, actor);
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

    void paid(Scene scene) {
        nextMorning(Duration.ofDays(3));
        var gross = scene.deal().documents().invoice().orElseThrow().gross();
        scene.does(
                cast.system(),
                "records the payment",
                (desk, ask) -> desk.recordPayment(ask, new RecordPayment("OP " + ++document, gross, clock.instant())));
        scene.moves(cast.system(), PAID, "paid in full");
    }

    /** What could be promised to somebody at this moment. */
    String available(PricedOffering offering) {
        return cerniq.stock().positions(tenant, List.of(offering.sku())).values().stream()
                .map(position -> position.available() + " of " + position.sku())
                .collect(Collectors.joining());
    }

    /** The timer cleans up what nobody needs any more. */
    void sweeps() {
        clock.move(Duration.ofMinutes(4));
        var ended = cerniq.stock().sweep(tenant, cast.system(), 1_000);
        timeline.aside(
                clock.instant(),
                cast.system(),
                "sweeps up: " + ended
                        + (ended == 1 ? " reservation whose time was up" : " reservations whose time was up"));
    }
}
