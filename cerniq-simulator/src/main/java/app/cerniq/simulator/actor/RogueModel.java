package app.cerniq.simulator.actor;

import app.cerniq.application.negotiation.Ask;
import app.cerniq.application.negotiation.NegotiationCommand;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.RecordInvoice;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.UseSession;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A model that tries whatever comes to its mind: every one of these has to be refused, or be harmless. */
public final class RogueModel implements Participant {

    /** Mostly not legal; the way to DEAD is, nearly always, and would leave few deals to follow. */
    private static final List<NegotiationState> FORWARD = Arrays.stream(NegotiationState.values())
            .filter(state -> state != NegotiationState.DEAD)
            .toList();

    @Override
    public String name() {
        return "rogue model";
    }

    @Override
    public int weight() {
        return 22;
    }

    @Override
    public void act(Turn turn) {
        switch (turn.chance().below(10)) {
            case 0 -> trespass(turn);
            case 1 -> reuseKey(turn);
            case 2 -> decideOnOldVersion(turn);
            case 3 -> speakAfterTakeover(turn);
            default -> turn.someDeal().ifPresent(deal -> turn.ask(People.AGENT, deal, folly(turn, deal)));
        }
    }

    /** Another tenant's deal, named as one's own. */
    private static void trespass(Turn turn) {
        var others = turn.world().companies().stream()
                .filter(company -> !company.equals(turn.company()))
                .flatMap(company -> company.deals().stream())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var forged = new NegotiationId(turn.tenant(), turn.chance().of(others).value());
        var desk = turn.engine().negotiations();
        if (turn.chance().percent(50)) {
            var read =
                    desk.find(forged).isPresent() || !desk.transitions(forged).isEmpty();
            turn.say("reads a deal of somebody else -> " + (read ? "and can" : "nothing there"));
        } else {
            var ask = Ask.by(People.AGENT, forged, turn.chance().between(1, 9), turn.newKey());
            turn.ask(ask, move(turn.chance()));
        }
    }

    /** Something else under a key that has been used. */
    private static void reuseKey(Turn turn) {
        var used = turn.world().answered().stream()
                .filter(errand ->
                        errand.tenant().equals(turn.tenant()) && errand.key().isPresent())
                .toList();
        if (used.isEmpty()) {
            return;
        }
        var key = new IdempotencyKey(turn.chance().of(used).key().orElseThrow());
        turn.someDeal()
                .ifPresent(deal -> turn.ask(
                        new Ask(deal.id(), People.AGENT, key, deal.version()),
                        new UseSession("stolen-" + turn.newKey())));
    }

    private static void decideOnOldVersion(Turn turn) {
        turn.someDeal().ifPresent(deal -> {
            var old = Math.max(1, deal.version() - turn.chance().between(1, 5));
            var version = turn.chance().percent(70) ? old : deal.version() + 1;
            turn.ask(Ask.by(People.AGENT, deal.id(), version, turn.newKey()), folly(turn, deal));
        });
    }

    private static void speakAfterTakeover(Turn turn) {
        var deals = turn.company().deals();
        for (var i = deals.size() - 1; i >= 0; i--) {
            var deal = turn.engine().negotiations().find(deals.get(i));
            if (deal.filter(Negotiation::isHumanControlled).isPresent()) {
                turn.ask(People.AGENT, deal.get(), folly(turn, deal.get()));
                return;
            }
        }
    }

    private static Advance move(Chance chance) {
        var to = chance.percent(90) ? chance.of(FORWARD) : NegotiationState.DEAD;
        return Advance.to(to, TransitionTrigger.AI_DECISION, "the model feels like it");
    }

    private static NegotiationCommand folly(Turn turn, Negotiation deal) {
        var chance = turn.chance();
        var offering = chance.of(turn.company().goods());
        var line = Wishes.someLine(deal, chance);
        return switch (chance.below(15)) {
            case 0, 1 -> move(chance);
            case 2 -> new AddItem(offering.sku(), Wishes.quantity(offering, chance), Wishes.discount(16, 100, chance));
            case 3 -> new AddItem(offering.sku(), Wishes.tooMuch(offering, chance), Percentage.ZERO);
            case 4 -> new AddItem(offering.sku(), Quantity.of("3", wrong(offering.unit())), Percentage.ZERO);
            case 5 -> new DiscountQuote(Wishes.discount(5, 60, chance));
            case 6 ->
                line.<NegotiationCommand>map(one -> new MakeOffer(
                                CounterOffer.Side.SELLER,
                                Wishes.quoteOf(deal),
                                List.of(Wishes.term(one, Wishes.discount(10, 95, chance), Optional.empty())),
                                "take it"))
                        .orElse(new RemoveItem(offering.sku()));
            case 7 ->
                line.<NegotiationCommand>map(one -> new ChangeItem(
                                one.sku(), Optional.empty(), Optional.of(Wishes.discount(16, 100, chance))))
                        .orElse(move(chance));
            case 8 -> new RecordAgreement(Wishes.NO_QUOTE, "it said yes, surely");
            case 9 -> new ConfirmProducts(Wishes.NO_QUOTE);
            case 10 -> new GrantDiscount(request(turn, deal), Optional.empty(), "granted by the model itself");
            case 11 -> new RecordInvoice("FCT of the model", turn.now());
            case 12 -> new HandBack("the model wants it back");
            case 13 ->
                chance.percent(80) ? new HandBack("now") : new HandOver(People.idOf(People.REP), "the model is tired");
            default -> ReserveStock.allOf(Wishes.quoteOf(deal));
        };
    }

    private static DiscountRequestId request(Turn turn, Negotiation deal) {
        return deal.bargain().requests().stream()
                .findFirst()
                .map(request -> request.id())
                .orElseGet(() -> new DiscountRequestId(turn.world().ids().next()));
    }

    private static Unit wrong(Unit unit) {
        return unit == Unit.PIECE ? Unit.BAG : Unit.PIECE;
    }
}
