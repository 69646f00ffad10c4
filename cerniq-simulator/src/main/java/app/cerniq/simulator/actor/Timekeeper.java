package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;

/** Whatever a host lets run every few minutes: timers fire, sessions that nobody uses are closed. */
public final class Timekeeper implements Participant {

    @Override
    public String name() {
        return "timekeeper";
    }

    @Override
    public int weight() {
        return 12;
    }

    @Override
    public void act(Turn turn) {
        var timers = turn.engine().timers();
        turn.say("lets timers fire: " + timers.fire(turn.tenant()));
        if (turn.chance().percent(30)) {
            turn.say("closes " + timers.closeSessions(turn.tenant()) + " sessions");
        }
    }
}
