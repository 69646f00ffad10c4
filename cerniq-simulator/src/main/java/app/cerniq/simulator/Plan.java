package app.cerniq.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What to simulate: the same plan gives the same trace, on every machine.
 *
 * @param steps how many steps, 1 or more; every step has chance of its own
 * @param without steps that are left out, to see whether a failure needs them
 */
public record Plan(long seed, int steps, SortedSet<Integer> without) {

    public Plan {
        if (steps < 1) {
            throw new IllegalArgumentException("A simulation has 1 step or more, not " + steps + ".");
        }
        without = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(without.headSet(steps + 1)));
    }

    /** All steps of a seed. */
    public static Plan of(long seed, int steps) {
        return new Plan(seed, steps, new TreeSet<>());
    }

    /** The steps that are taken. */
    public List<Integer> taken() {
        var taken = new ArrayList<Integer>();
        for (var step = 1; step <= steps; step++) {
            if (!without.contains(step)) {
                taken.add(step);
            }
        }
        return taken;
    }

    /** Steps written as {@code 3,7-9}; throws {@link IllegalArgumentException} for anything else. */
    public static SortedSet<Integer> steps(String text) {
        var steps = new TreeSet<Integer>();
        if (!text.matches("\\d{1,7}(-\\d{1,7})?(,\\d{1,7}(-\\d{1,7})?)*")) {
            throw new IllegalArgumentException("\"" + text + "\" names no steps; accepted: as in 3,7-9");
        }
        for (var part : text.split(",", -1)) {
            var ends = Arrays.stream(part.split("-", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (var step = ends[0]; step <= ends[ends.length - 1]; step++) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The steps that are left out, as {@link #steps} reads them; empty where none is. */
    public String omissions() {
        var text = new StringBuilder();
        for (var step : without) {
            if (without.contains(step - 1)) {
                continue;
            }
            var end = step;
            while (without.contains(end + 1)) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(step);
            if (end > step) {
                text.append("-").append(end);
            }
        }
        return text.toString();
    }

    /** The command that runs it again. */
    public String command() {
        return "./cerniq simulate --seed " + seed + " --steps " + steps
                + (without.isEmpty() ? "" : " --without " + omissions()) + " --trace";
    }
}
