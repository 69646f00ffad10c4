package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;

/** Whatever lets a host dispatch what is due, for all tenants. */
public final class Postman implements Participant {

    @Override
    public String name() {
        return "postman";
    }

    @Override
    public int weight() {
        return 20;
    }

    @Override
    public void act(Turn turn) {
        turn.worksForAll();
        turn.say("dispatches " + turn.engine().events().dispatcher().runOnce());
    }
}
