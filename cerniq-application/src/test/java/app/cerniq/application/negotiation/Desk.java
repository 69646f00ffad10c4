package app.cerniq.application.negotiation;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.LeadId;
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
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.Ids;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/** A sales desk for tests: the real rules over a store in memory, one tenant with goods, and one deal at hand. */
final class Desk {

    final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    final Ids ids = new CountedIds(7);
    final InMemoryStorage storage = new InMemoryStorage();
    final Cerniq cerniq = Cerniq.builder()
            .storage(storage)
            .policies(DroolsPolicies.standard())
            .clock(clock)
            .ids(ids)
            .build();
    final TenantId tenant = new TenantId(ids.next());
    final LeadId lead = new LeadId(ids.next());
    final NegotiationId id;

    Desk() {
        cerniq.tenants().setUp(tenant, "A tenant");
        cerniq.offerings().putOnSale(tenant, Goods.all());
        storage.inventory().book(Goods.plentyOf(tenant, ids)).get();
        id = open(lead, "open").get().negotiation();
    }

    Either<NegotiationRefusal, Receipt> open(LeadId who, String key) {
        return cerniq.negotiations().open(tenant, People.AGENT, key, OpenNegotiation.with(who, Goods.COMPANY));
    }

    Negotiation deal() {
        return cerniq.negotiations().find(id).orElseThrow();
    }

    ContentHash quote() {
        return deal().bargain().quote().orElseThrow().hash();
    }

    /** An ask for the deal as it stands, under a key of its own. */
    Ask ask(Actor actor) {
        return Ask.by(actor, id, deal().version(), ids.next().toString());
    }

    /** A command by somebody. */
    Either<NegotiationRefusal, Receipt> does(
            Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        return command.apply(cerniq.negotiations(), ask(actor));
    }

    /** A command that must succeed. */
    Desk must(Actor actor, BiFunction<NegotiationDesk, Ask, Either<NegotiationRefusal, Receipt>> command) {
        does(actor, command).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        return this;
    }

    Either<NegotiationRefusal, Receipt> moves(Actor actor, NegotiationState to) {
        return does(actor, (desk, ask) -> desk.advance(ask, Advance.to(to, TransitionTrigger.USER_ACTION, "a test")));
    }

    Desk to(NegotiationState state) {
        moves(People.AGENT, state).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        return this;
    }

    Desk adds(PricedOffering offering, String quantity, String discount) {
        return must(People.AGENT, (desk, ask) -> desk.addItem(ask, adding(offering, quantity, discount)));
    }

    static AddItem adding(PricedOffering offering, String quantity, String discount) {
        return new AddItem(offering.sku(), Quantity.of(quantity, offering.unit()), Percentage.of(discount));
    }

    /** From a fresh deal to NEGOTIATION with 40 bags of seed at 10 %. */
    Desk toNegotiation() {
        return adds(Goods.WHEAT_SEED, "40", "10")
                .to(NegotiationState.PROPOSAL)
                .must(People.AGENT, (desk, ask) -> desk.confirmProducts(ask, new ConfirmProducts(quote())))
                .to(NegotiationState.NEGOTIATION);
    }

    /** On to PROFORMA_SENT. */
    Desk toProformaSent() {
        return must(People.AGENT, (desk, ask) -> desk.recordAgreement(ask, new RecordAgreement(quote(), "message 1")))
                .to(NegotiationState.CLOSING)
                .must(
                        People.AGENT,
                        (desk, ask) -> desk.recordProforma(
                                ask,
                                new RecordProforma(
                                        "PF 1", quote(), clock.instant().plus(Duration.ofDays(7)))))
                .to(NegotiationState.PROFORMA_SENT);
    }

    /** The invoice, which needs an accepted proforma. */
    Desk invoices() {
        return must(People.SYSTEM, (desk, ask) -> desk.recordInvoice(ask, new RecordInvoice("FCT 1", clock.instant())))
                .to(NegotiationState.INVOICED);
    }
}
