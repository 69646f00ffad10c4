package app.cerniq.simulator;

import java.util.Map;
import java.util.Optional;

/**
 * What came out of one seed.
 *
 * @param violation the first one; the simulation ends with it
 * @param counts what happened how often, by name
 * @param trace the hash of every line of the trace
 */
public record SimulationReport(Plan plan, Optional<Violation> violation, Map<String, Long> counts, String trace) {
    public SimulationReport {
        counts = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(counts));
    }

    public boolean isSound() {
        return violation.isEmpty();
    }
}
