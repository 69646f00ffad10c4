package app.cerniq.simulator.world;

import java.util.Map;
import java.util.TreeMap;

/** What happened how often. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    /** By name, in the order of the names. */
    public Map<String, Long> counts() {
        return java.util.Collections.unmodifiableMap(counts);
    }
}
