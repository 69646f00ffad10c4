package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;

/** Whatever lets a host go on with the sagas that are due, for all tenants. */
public final class SagaTicker implements Participant {

    private static final int BATCH = 10;

    @Override
    public String name() {
        return "saga ticker";
    }

    @Override
    public int weight() {
        return 20;
    }

    @Override
    public void act(Turn turn) {
        turn.worksForAll();
        turn.say("goes on with " + turn.engine().sagas().runOnce(BATCH) + " sagas");
    }
}
