package app.cerniq.simulator.actor;

import app.cerniq.domain.privacy.DataSubject;
import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;

/** Whoever answers people who want to be forgotten, in one deal or wherever their address stands. */
public final class PrivacyOfficer implements Participant {

    @Override
    public String name() {
        return "privacy officer";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public void act(Turn turn) {
        if (turn.chance().percent(50)) {
            forget(turn, new DataSubject.WithEmail(Customer.EMAIL), "a person");
        } else {
            turn.someDealId(8)
                    .ifPresent(deal -> forget(
                            turn, new DataSubject.OfDeal(deal), turn.company().nameOf(deal)));
        }
    }

    private static void forget(Turn turn, DataSubject who, String words) {
        var key = turn.newKey();
        turn.send(
                key,
                "forgets " + words,
                engine -> engine.privacy().erase(turn.tenant(), who, People.MANAGER, "request 17", key));
    }
}
