package app.cerniq.simulator.actor;

import app.cerniq.application.negotiation.NegotiationCommand.AcceptProforma;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordPayment;
import app.cerniq.application.negotiation.NegotiationCommand.RejectProforma;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.application.negotiation.NegotiationCommand.UpdateClient;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.ClientData;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Cnp;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Rounding;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import java.util.List;
import java.util.Optional;

/** Customers, as whoever hears them writes it down: they ask, haggle, agree, pay, go silent and come back. */
public final class Customer implements Participant {

    /** Where the only natural person among the customers gets its mail; companies have none here. */
    static final String EMAIL = "person@example.org";

    private static final ClientData PERSON = new ClientData(
            Optional.of("A person"),
            Optional.empty(),
            Optional.of(new Cnp("2850715400025")),
            Optional.empty(),
            Goods.COMPANY.address(),
            Optional.of(EMAIL),
            Optional.empty());

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public int weight() {
        return 26;
    }

    @Override
    public void act(Turn turn) {
        if (turn.chance().percent(turn.company().deals().size() < 3 ? 60 : 5)) {
            begin(turn);
        } else {
            turn.someDeal().ifPresent(deal -> answer(turn, deal));
        }
    }

    private static void begin(Turn turn) {
        var lead = turn.chance().of(turn.company().leads());
        var key = turn.newKey();
        var command = OpenNegotiation.with(lead, turn.chance().percent(30) ? PERSON : Goods.COMPANY);
        turn.send(
                key,
                "a customer asks",
                engine -> engine.negotiations().open(turn.tenant(), People.AGENT, key, command));
    }

    private static void answer(Turn turn, Negotiation deal) {
        switch (deal.state()) {
            case DISCOVERY, PROPOSAL, NEGOTIATION -> haggle(turn, deal);
            case CLOSING -> turn.ask(listener(turn, deal), deal, new UpdateClient(Goods.COMPANY));
            case PROFORMA_SENT -> answerProforma(turn, deal);
            case INVOICED -> pay(turn, deal);
            case PAID -> turn.say("a customer has what it wanted");
            case DEAD -> comeBack(turn, deal);
        }
    }

    private static void haggle(Turn turn, Negotiation deal) {
        var chance = turn.chance().below(100);
        var line = Wishes.someLine(deal, turn.chance());
        if (chance < 45 && line.isPresent()) {
            var term = Wishes.term(line.get(), Wishes.discount(0, 45, turn.chance()), Optional.empty());
            turn.ask(
                    listener(turn, deal),
                    deal,
                    new MakeOffer(CounterOffer.Side.CUSTOMER, Wishes.quoteOf(deal), List.of(term), "cheaper, please"));
        } else if (chance < 80) {
            turn.ask(listener(turn, deal), deal, new RecordAgreement(Wishes.quoteOf(deal), "message " + chance));
        } else if (chance < 82) {
            turn.ask(
                    listener(turn, deal),
                    deal,
                    new Advance(
                            NegotiationState.DEAD,
                            TransitionTrigger.USER_ACTION,
                            "the customer bought elsewhere",
                            Optional.of(LossReason.COMPETITOR)));
        } else if (chance < 93) {
            turn.ask(People.AGENT, deal, new UseSession("session-" + deal.version() / 4));
        } else {
            turn.say("a customer goes silent");
        }
    }

    private static void answerProforma(Turn turn, Negotiation deal) {
        var chance = turn.chance().below(100);
        if (chance < 55) {
            turn.ask(People.SYSTEM, deal, new AcceptProforma("signed"));
        } else if (chance < 70) {
            turn.ask(People.SYSTEM, deal, new RejectProforma("too dear after all"));
        } else if (chance < 85) {
            pay(turn, deal);
        } else {
            turn.say("a customer thinks about the proforma");
        }
    }

    private static void pay(Turn turn, Negotiation deal) {
        var gross = deal.bargain().quote().orElseThrow().totals().gross();
        var amount = turn.chance().percent(75) ? gross : gross.less(Percentage.of("50"), Rounding.HALF_UP);
        var paid = turn.chance().percent(5) ? Money.zero(gross.currency()) : amount;
        turn.ask(People.SYSTEM, deal, new RecordPayment("OP " + turn.chance().below(1_000_000), paid, turn.now()));
    }

    private static void comeBack(Turn turn, Negotiation deal) {
        if (turn.chance().percent(50)) {
            turn.ask(
                    listener(turn, deal),
                    deal,
                    new Resurrect(TransitionTrigger.USER_ACTION, "the customer wrote again"));
        }
    }

    /** Who writes down what the customer says: mostly the one who drives. */
    private static Actor listener(Turn turn, Negotiation deal) {
        return deal.isHumanControlled() && turn.chance().percent(85) ? People.REP : People.AGENT;
    }
}
