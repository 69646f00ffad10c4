package app.cerniq.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes a failing plan shorter: steps are left out as long as the same invariant still breaks. Every step has chance of
 * its own, so what is left does much the same as before.
 */
public final class Shrinking {

    private final Simulation simulation;
    private int attempts;

    /** @param attempts how often it may run at most */
    public Shrinking(Simulation simulation, int attempts) {
        this.simulation = simulation;
        this.attempts = attempts;
    }

    /** The same violation with as few steps as were found; the one that was given where none can be left out. */
    public Violation shrink(Violation violation) {
        var best = violation;
        for (var size = Math.max(1, best.plan().taken().size() / 2); size >= 1 && attempts > 0; size /= 2) {
            best = withoutChunks(best, size);
        }
        return best;
    }

    private Violation withoutChunks(Violation violation, int size) {
        var best = violation;
        for (var from = 0; from < best.plan().taken().size() && attempts > 0; ) {
            var taken = best.plan().taken();
            var shorter = without(best, taken.subList(from, Math.min(taken.size(), from + size)));
            if (shorter.isPresent()) {
                best = shorter.get();
            } else {
                from += size;
            }
        }
        return best;
    }

    private Optional<Violation> without(Violation violation, List<Integer> steps) {
        attempts--;
        Collection<Integer> omitted = new ArrayList<>(violation.plan().without());
        omitted.addAll(steps);
        var plan = new Plan(violation.plan().seed(), violation.plan().steps(), new TreeSet<>(omitted));
        return simulation
                .run(plan)
                .violation()
                .filter(found -> found.invariant().equals(violation.invariant()));
    }
}
