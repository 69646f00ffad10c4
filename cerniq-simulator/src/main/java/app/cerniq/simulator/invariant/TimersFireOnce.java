package app.cerniq.simulator.invariant;

import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** T1: a timer fires when its time is up, and then never again. */
final class TimersFireOnce implements Invariant {

    private static final int SOME = 10;

    private record Fired(NegotiationId deal, DealTimer timer, Instant due) {}

    private final Set<Fired> fired = new HashSet<>();

    @Override
    public String id() {
        return "T1";
    }

    @Override
    public String sentence() {
        return "A deadline is told once, not before its time, and none that has passed is forgotten.";
    }

    @Override
    public List<String> afterTurn(Moment moment) {
        var faults = new ArrayList<String>();
        for (var change : moment.changes()) {
            change.events(DeadlinePassed.class).forEach(passed -> {
                var one = new Fired(change.change().negotiation(), passed.timer(), passed.due());
                if (!fired.add(one)) {
                    faults.add(one + " fired twice.");
                }
                if (change.change().at().isBefore(passed.due())) {
                    faults.add(one + " fired too early, at " + change.change().at() + ".");
                }
            });
        }
        return faults;
    }

    @Override
    public List<String> atEnd(Moment moment) {
        return moment.world().companies().stream()
                .flatMap(company -> moment
                        .world()
                        .storage()
                        .deadlines()
                        .due(company.tenant(), moment.world().now(), Optional.empty(), SOME)
                        .stream())
                .map(due -> "Nobody let a timer fire that is due: " + due + ".")
                .toList();
    }
}
