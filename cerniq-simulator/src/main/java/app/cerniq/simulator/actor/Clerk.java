package app.cerniq.simulator.actor;

import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RecordProforma;
import app.cerniq.application.negotiation.NegotiationCommand.RecordStorno;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.Optional;

/** Whoever makes out documents and records them; sometimes twice, sometimes for a quote that is not the current one. */
public final class Clerk implements Participant {

    @Override
    public String name() {
        return "clerk";
    }

    @Override
    public int weight() {
        return 26;
    }

    @Override
    public void act(Turn turn) {
        if (turn.chance().percent(45)) {
            turn.say("a clerk leaves it to the sagas");
            return;
        }
        turn.someDeal().ifPresent(deal -> {
            switch (deal.state()) {
                case CLOSING -> proforma(turn, deal);
                case PROFORMA_SENT -> invoice(turn, deal);
                case INVOICED -> settle(turn, deal);
                default -> turn.say("a clerk has nothing to do");
            }
        });
    }

    private static void proforma(Turn turn, Negotiation deal) {
        var quotes = turn.chance().percent(12) ? Optional.of(Wishes.NO_QUOTE) : Optional.<ContentHash>empty();
        var expires = turn.now().plus(Duration.ofHours(turn.chance().between(1, 240)));
        turn.ask(
                People.SYSTEM, deal, new RecordProforma(ref("PF", turn), quotes.orElse(Wishes.quoteOf(deal)), expires));
    }

    private static void invoice(Turn turn, Negotiation deal) {
        if (deal.documents().invoice().isEmpty() || turn.chance().percent(20)) {
            turn.ask(People.SYSTEM, deal, new RecordInvoice(ref("FCT", turn), turn.now()));
        } else {
            move(turn, deal, NegotiationState.INVOICED);
        }
        var proforma = deal.documents().proforma();
        if (proforma.filter(one -> one.isExpiredAt(turn.now())).isPresent()) {
            move(turn, deal, NegotiationState.DEAD);
        } else if (proforma.flatMap(one -> one.rejectedAt()).isPresent()) {
            move(turn, deal, NegotiationState.NEGOTIATION);
        }
    }

    private static void settle(Turn turn, Negotiation deal) {
        if (deal.documents().invoice().flatMap(invoice -> invoice.stornoRef()).isPresent()) {
            move(turn, deal, NegotiationState.DEAD);
        } else if (turn.chance().percent(75)) {
            move(turn, deal, NegotiationState.PAID);
        } else {
            turn.ask(People.SYSTEM, deal, new RecordStorno(ref("STR", turn)));
        }
    }

    private static void move(Turn turn, Negotiation deal, NegotiationState to) {
        var loss = to == NegotiationState.DEAD ? Optional.of(LossReason.NO_RESPONSE) : Optional.<LossReason>empty();
        turn.ask(People.SYSTEM, deal, new Advance(to, TransitionTrigger.WEBHOOK, "the documents say so", loss));
    }

    private static String ref(String series, Turn turn) {
        return series + " " + turn.chance().below(1_000_000);
    }
}
