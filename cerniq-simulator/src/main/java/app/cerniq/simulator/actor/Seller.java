package app.cerniq.simulator.actor;

import app.cerniq.application.negotiation.NegotiationCommand;
import app.cerniq.application.negotiation.NegotiationCommand.AddItem;
import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.ConfirmProducts;
import app.cerniq.application.negotiation.NegotiationCommand.DiscountQuote;
import app.cerniq.application.negotiation.NegotiationCommand.MakeOffer;
import app.cerniq.application.negotiation.NegotiationCommand.RecordAgreement;
import app.cerniq.application.negotiation.NegotiationCommand.ReleaseStock;
import app.cerniq.application.negotiation.NegotiationCommand.RemoveItem;
import app.cerniq.application.negotiation.NegotiationCommand.Reprice;
import app.cerniq.application.negotiation.NegotiationCommand.RequestDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.application.negotiation.NegotiationCommand.ReviseQuote;
import app.cerniq.application.negotiation.NegotiationCommand.SubstituteItem;
import app.cerniq.domain.negotiation.CounterOffer;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.simulator.world.Chance;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sellers who want to sell: the agent, or a person where one holds the deal. They ask for what the deal needs next. */
public final class Seller implements Participant {

    @Override
    public String name() {
        return "seller";
    }

    @Override
    public int weight() {
        return 40;
    }

    @Override
    public void act(Turn turn) {
        turn.someDeal().ifPresent(deal -> {
            switch (deal.state()) {
                case DISCOVERY, PROPOSAL, NEGOTIATION ->
                    turn.ask(
                            speaker(turn, deal),
                            deal,
                            turn.chance().percent(65) ? forwards(deal, turn.chance()) : bargain(turn, deal));
                case CLOSING -> turn.ask(speaker(turn, deal), deal, closing(deal, turn.chance()));
                default -> turn.say("a seller waits for others");
            }
        });
    }

    private static Actor speaker(Turn turn, Negotiation deal) {
        return turn.chance().percent(deal.isHumanControlled() ? 90 : 12) ? People.REP : People.AGENT;
    }

    private static NegotiationCommand forwards(Negotiation deal, Chance chance) {
        var bargain = deal.bargain();
        if (bargain.lines().isEmpty()) {
            return deal.state() == NegotiationState.DISCOVERY && chance.percent(20)
                    ? to(NegotiationState.PROPOSAL)
                    : quote(chance);
        }
        return switch (deal.state()) {
            case DISCOVERY -> to(NegotiationState.PROPOSAL);
            case PROPOSAL ->
                bargain.isConfirmed() ? to(NegotiationState.NEGOTIATION) : new ConfirmProducts(Wishes.quoteOf(deal));
            default -> negotiating(deal, chance);
        };
    }

    private static NegotiationCommand negotiating(Negotiation deal, Chance chance) {
        if (!deal.bargain().outdated().isEmpty()) {
            return new Reprice();
        }
        if (deal.stock().held().isEmpty() && chance.percent(50)) {
            return ReserveStock.allOf(Wishes.quoteOf(deal));
        }
        return deal.bargain().isAgreed()
                ? to(NegotiationState.CLOSING)
                : new RecordAgreement(Wishes.quoteOf(deal), "on the phone");
    }

    private static NegotiationCommand closing(Negotiation deal, Chance chance) {
        if (chance.percent(70)) {
            return to(NegotiationState.PROFORMA_SENT);
        }
        return chance.percent(50) ? ReserveStock.allOf(Wishes.quoteOf(deal)) : to(NegotiationState.NEGOTIATION);
    }

    private static NegotiationCommand bargain(Turn turn, Negotiation deal) {
        var chance = turn.chance();
        var there = Wishes.someLine(deal, chance);
        return there.isEmpty() ? quote(chance) : bargain(turn, deal, there.get());
    }

    private static NegotiationCommand bargain(Turn turn, Negotiation deal, QuoteLine line) {
        var chance = turn.chance();
        var other = chance.of(turn.company().goods());
        return switch (chance.below(14)) {
            case 0 -> quote(chance);
            case 1, 2 -> new AddItem(other.sku(), Wishes.quantity(other, chance), Wishes.discount(0, 15, chance));
            case 3 ->
                new ChangeItem(line.sku(), Optional.of(Wishes.quantity(line.offering(), chance)), Optional.empty());
            case 4 -> new ChangeItem(line.sku(), Optional.empty(), Optional.of(Wishes.discount(0, 15, chance)));
            case 5 -> new RemoveItem(line.sku());
            case 6 -> new DiscountQuote(Wishes.discount(0, 4, chance));
            case 7, 8 ->
                new RequestDiscount(
                        List.of(new RequestDiscount.Wanted(line.sku(), Wishes.discount(12, 39, chance))),
                        "a loyal customer");
            case 9 ->
                new MakeOffer(
                        CounterOffer.Side.SELLER,
                        Wishes.quoteOf(deal),
                        List.of(Wishes.term(line, Wishes.discount(0, 16, chance), Optional.empty())),
                        "our offer");
            case 10 -> new SubstituteItem(line.sku(), other.sku(), Wishes.quantity(other, chance), Percentage.ZERO);
            case 11 -> new ReserveStock(Wishes.quoteOf(deal), ReserveStock.OnShortage.CUT_QUOTE);
            case 12 -> new ReleaseStock("the customer hesitates");
            default -> new Reprice();
        };
    }

    private static ReviseQuote quote(Chance chance) {
        var goods = app.cerniq.testkit.fixture.Goods.all();
        var first = chance.below(goods.size());
        return new ReviseQuote(IntStream.range(0, chance.between(1, 3))
                .mapToObj(i -> goods.get((first + i) % goods.size()))
                .map(offering -> new ReviseQuote.Item(
                        offering.sku(),
                        Wishes.quantity(offering, chance),
                        discount(offering.cost().isPresent(), chance)))
                .toList());
    }

    private static Percentage discount(boolean isCostKnown, Chance chance) {
        return isCostKnown && chance.percent(60) ? Wishes.discount(0, 12, chance) : Percentage.ZERO;
    }

    private static Advance to(NegotiationState next) {
        return Advance.to(next, TransitionTrigger.AI_DECISION, "the deal goes on");
    }
}
