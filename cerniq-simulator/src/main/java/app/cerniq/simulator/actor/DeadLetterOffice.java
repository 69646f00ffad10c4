package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import app.cerniq.testkit.fixture.People;

/** Whoever looks after messages that could not be delivered: mostly has them tried again, seldom gives one up. */
public final class DeadLetterOffice implements Participant {

    private static final int SOME = 5;

    @Override
    public String name() {
        return "dead letter office";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public void act(Turn turn) {
        var letters = turn.engine().events().deadLetters(turn.tenant(), SOME);
        if (letters.isEmpty()) {
            return;
        }
        var letter = turn.chance().of(letters);
        var event = letter.message().eventId();
        if (turn.chance().percent(90)) {
            turn.send(
                    "has " + letter.message().type() + " tried again by " + letter.consumer(),
                    engine -> engine.events()
                            .retry(turn.tenant(), People.MANAGER, letter.consumer(), event, "looked at it"));
        } else {
            turn.send(
                    "gives up " + letter.message().type() + " for " + letter.consumer(),
                    engine -> engine.events()
                            .skip(turn.tenant(), People.MANAGER, letter.consumer(), event, "not worth it"));
        }
    }
}
