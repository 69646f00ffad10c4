package app.cerniq.simulator;

import app.cerniq.simulator.world.Tally;
import java.util.Optional;

/**
 * What came out of one plan.
 *
 * @param violation the first one; the simulation ends with it
 * @param tally what happened how often
 * @param trace the hash of every line of the trace
 */
public record SimulationReport(Plan plan, Optional<Violation> violation, Tally tally, String trace) {

    public boolean isSound() {
        return violation.isEmpty();
    }
}
