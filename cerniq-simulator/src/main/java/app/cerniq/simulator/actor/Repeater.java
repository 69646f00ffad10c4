package app.cerniq.simulator.actor;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;

/** Clients who ask again under the same key, on any host: because no answer came, or because they do not trust it. */
public final class Repeater implements Participant {

    @Override
    public String name() {
        return "repeater";
    }

    @Override
    public int weight() {
        return 18;
    }

    @Override
    public void act(Turn turn) {
        var waiting = turn.world().unanswered().stream()
                .filter(errand -> errand.tenant().equals(turn.tenant()))
                .findFirst();
        if (waiting.isPresent()) {
            turn.world().unanswered().remove(waiting.get());
            turn.send(waiting.get());
            return;
        }
        var done = turn.world().answered().stream()
                .filter(errand -> errand.tenant().equals(turn.tenant()))
                .toList();
        if (!done.isEmpty() && turn.chance().percent(40)) {
            turn.send(turn.chance().of(done));
        }
    }
}
