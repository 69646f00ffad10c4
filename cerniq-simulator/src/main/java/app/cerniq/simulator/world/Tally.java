package app.cerniq.simulator.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened how often. */
public final class Tally {

    /** What is counted. */
    public enum Kind {
        /** Steps of the schedule, and audits. */
        STEPS,
        /** Turns, by who had them. */
        TURNS,
        /** Commands, by how they ended. */
        COMMANDS,
        /** Commands that were refused, by the code of the refusal. */
        REFUSALS,
        /** What went wrong with ports, hosts and clocks. */
        FAULTS,
        /** What was written into histories, by its name. */
        EVENTS,
        /** Events that consumers took, by consumer; more than once where a host died in between. */
        DELIVERIES,
        /** Looks of invariants after a turn, by their ids. */
        CHECKS
    }

    private final Map<Kind, Map<String, Long>> counts = new EnumMap<>(Kind.class);

    public void count(Kind kind, String what) {
        count(kind, what, 1);
    }

    private void count(Kind kind, String what, long times) {
        counts.computeIfAbsent(kind, fresh -> new HashMap<>()).merge(what, times, Long::sum);
    }

    /** Adds what somebody else counted. */
    public void add(Tally other) {
        other.counts.forEach((kind, some) -> some.forEach((what, many) -> count(kind, what, many)));
    }

    /** The counts of a kind, in the order of their names. */
    public Map<String, Long> of(Kind kind) {
        return Collections.unmodifiableMap(new TreeMap<>(counts.getOrDefault(kind, Map.of())));
    }

    /** All counts of a kind together. */
    public long sum(Kind kind) {
        return of(kind).values().stream().mapToLong(Long::longValue).sum();
    }

    /** One count; 0 where it never happened. */
    public long of(Kind kind, String what) {
        return of(kind).getOrDefault(what, 0L);
    }
}
