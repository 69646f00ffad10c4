package app.cerniq.simulator.actor;

import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.ChangeItem;
import app.cerniq.application.negotiation.NegotiationCommand.DisplaceHold;
import app.cerniq.application.negotiation.NegotiationCommand.GrantDiscount;
import app.cerniq.application.negotiation.NegotiationCommand.HandBack;
import app.cerniq.application.negotiation.NegotiationCommand.HandOver;
import app.cerniq.application.negotiation.NegotiationCommand.RejectDiscount;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** People with some authority: they decide on discounts, take deals over and hand them back, and take promises back. */
public final class Operator implements Participant {

    private static final List<Actor> BOSSES = List.of(People.MANAGER, People.DIRECTOR, People.CEO, People.REP);

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public int weight() {
        return 16;
    }

    @Override
    public void act(Turn turn) {
        if (turn.chance().percent(12)) {
            watchOver(turn);
            return;
        }
        turn.someDeal().ifPresent(deal -> {
            if (!deal.bargain().requests().isEmpty()) {
                decide(turn, deal);
            } else {
                interfere(turn, deal);
            }
        });
    }

    /** The red button, and whoever lets automation go on; the narrower the bounds, the sooner it parks by itself. */
    private static void watchOver(Turn turn) {
        var chance = turn.chance();
        var desk = turn.engine().automation();
        if (desk.parked(turn.tenant()).isPresent()) {
            var who = chance.percent(90) ? People.MANAGER : People.SYSTEM;
            turn.send(
                    "lets automation go on", engine -> engine.automation().resume(turn.tenant(), who, "looked at it"));
        } else if (chance.percent(20)) {
            turn.send(
                    "parks automation",
                    engine -> engine.automation().park(turn.tenant(), People.MANAGER, "something is odd"));
        } else {
            var bound =
                    new SafetyBound(Signal.REFUSAL, chance.between(4, 30), Duration.ofMinutes(chance.between(5, 60)));
            desk.bound(turn.tenant(), bound);
            turn.say("bounds refusals to " + bound.limit());
        }
    }

    private static void decide(Turn turn, Negotiation deal) {
        var chance = turn.chance();
        var request = chance.of(deal.bargain().requests());
        var boss = chance.of(BOSSES);
        if (chance.percent(25)) {
            turn.ask(boss, deal, new RejectDiscount(request.id(), "not this time"));
            return;
        }
        var lowered = chance.percent(40)
                ? Optional.of(Percentage.ofBasisPoints(chance.between(0, 60) * 50))
                : Optional.<Percentage>empty();
        turn.ask(boss, deal, new GrantDiscount(request.id(), lowered, "a good customer"));
    }

    private static void interfere(Turn turn, Negotiation deal) {
        var chance = turn.chance();
        if (deal.isHumanControlled() && chance.percent(50)) {
            turn.ask(People.REP, deal, new HandBack("the agent may go on"));
            return;
        }
        switch (chance.below(14)) {
            case 0, 1 -> turn.ask(People.MANAGER, deal, new HandOver(People.idOf(People.REP), "this one is mine"));
            case 3, 4 -> turn.ask(People.MANAGER, deal, new DisplaceHold("somebody else needs it more"));
            case 5, 6 -> ownPrice(turn, deal);
            case 7 ->
                // The end of a deal that nobody wants; seldom, so that some go all the way.
                turn.ask(
                        People.MANAGER,
                        deal,
                        new Advance(
                                NegotiationState.DEAD,
                                TransitionTrigger.USER_ACTION,
                                "not worth it",
                                Optional.of(LossReason.OTHER)));
            default -> turn.say("an operator looks at " + turn.company().nameOf(deal.id()));
        }
    }

    /** Somebody with authority of their own gives what the agent may not. */
    private static void ownPrice(Turn turn, Negotiation deal) {
        Wishes.someLine(deal, turn.chance())
                .ifPresent(line -> turn.ask(
                        turn.chance().of(BOSSES),
                        deal,
                        new ChangeItem(
                                line.sku(), Optional.empty(), Optional.of(Wishes.discount(10, 45, turn.chance())))));
    }
}
