package app.cerniq.testkit.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a simulation found.
 *
 * @param done steps that changed something, those included whose answer was not heard
 * @param refused steps that were refused, by the code of the refusal
 * @param unheard steps whose connection died and that had been done all the same
 * @param lost steps whose connection died and that had not been done
 * @param sold how many sales there were
 * @param faults everything that must not be, in sentences; goods sold or promised twice, goods that never came back
 */
public record OversellReport(
        long done, Map<String, Long> refused, long unheard, long lost, long sold, List<String> faults, Duration took) {
    public OversellReport {
        refused = Map.copyOf(refused);
        faults = List.copyOf(faults);
    }

    public long operations() {
        return done
                + lost
                + refused.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
