package app.cerniq.simulator.actor;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.SagaStep;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;
import java.util.Optional;

/** Whoever has deals completed by sagas, and steers those that are stuck. */
public final class SagaDriver implements Participant {

    private static final int BATCH = 10;
    private static final int RECENT = 4;
    private static final String REASON = "looked at it";

    @Override
    public String name() {
        return "saga driver";
    }

    @Override
    public int weight() {
        return 12;
    }

    @Override
    public void act(Turn turn) {
        if (turn.chance().percent(65)) {
            closing(turn).ifPresent(deal -> complete(turn, deal));
        } else {
            steer(turn);
        }
    }

    /** The newest deal that is agreed; now and then another one, for which a saga has to find out that it cannot. */
    private static Optional<Negotiation> closing(Turn turn) {
        if (turn.chance().percent(5)) {
            return turn.someDeal();
        }
        var deals = turn.company().deals();
        for (var i = deals.size() - 1; i >= Math.max(0, deals.size() - RECENT); i--) {
            var deal = turn.engine().negotiations().find(deals.get(i));
            if (deal.filter(there -> there.state() == NegotiationState.CLOSING).isPresent()) {
                return deal;
            }
        }
        return Optional.empty();
    }

    private static void complete(Turn turn, Negotiation deal) {
        var begun = turn.engine().sagas().complete(deal.id(), People.SYSTEM);
        turn.say("completes " + turn.company().nameOf(deal.id()) + ": "
                + begun.map(answer -> answer.fold(
                                refusal -> refusal.code(), saga -> saga.status().name()))
                        .orElse("no quote"));
    }

    private static void steer(Turn turn) {
        var visible = turn.engine().sagas().visible(turn.tenant(), BATCH);
        if (visible.isEmpty()) {
            parkSomething(turn);
            return;
        }
        var saga = turn.chance().of(visible);
        if (saga.status() == SagaStatus.PARKED) {
            turn.send(
                    "lets a saga go on",
                    engine -> engine.sagas().unpark(saga.id(), saga.version(), People.MANAGER, REASON));
            return;
        }
        saga.steps().stream().filter(SagaStep::isStuck).findFirst().ifPresent(step -> decide(turn, saga, step));
    }

    private static void decide(Turn turn, Saga saga, SagaStep step) {
        switch (turn.chance().below(8)) {
            case 0 ->
                turn.send(
                        "undoes a saga",
                        engine -> engine.sagas().undo(saga.id(), saga.version(), People.MANAGER, REASON));
            case 1 ->
                turn.send(
                        "leaves out " + step.name(),
                        engine -> engine.sagas().skip(saga.id(), saga.version(), People.MANAGER, step.name(), REASON));
            case 2 ->
                turn.send(
                        "found that " + step.name() + " was not done",
                        engine -> engine.sagas()
                                .resolve(
                                        saga.id(),
                                        saga.version(),
                                        People.MANAGER,
                                        step.name(),
                                        Optional.empty(),
                                        REASON));
            default ->
                turn.send(
                        "tries " + step.name() + " again",
                        engine -> engine.sagas().retry(saga.id(), saga.version(), People.MANAGER, step.name(), REASON));
        }
    }

    private static void parkSomething(Turn turn) {
        turn
                .engine()
                .sagas()
                .list(turn.tenant(), java.util.Set.of(SagaStatus.RUNNING, SagaStatus.WAITING), BATCH)
                .stream()
                .findFirst()
                .filter(saga -> turn.chance().percent(15))
                .ifPresent(saga -> turn.send(
                        "parks a saga",
                        engine -> engine.sagas().park(saga.id(), saga.version(), People.MANAGER, REASON)));
    }
}
