package app.cerniq.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that must always hold, and did not.
 *
 * @param plan what was simulated, cut after the step that broke it
 * @param step the step, with the turns in between two calls after a dot: {@code 17.1}
 * @param invariant its id, for example {@code I1}
 * @param sentence what must hold
 * @param fault what was found instead
 * @param lines what had happened just before, oldest first
 */
public record Violation(Plan plan, String step, String invariant, String sentence, String fault, List<String> lines) {
    public Violation {
        lines = List.copyOf(lines);
    }

    /** All there is to say, line by line. */
    public List<String> describe() {
        var text = new ArrayList<String>();
        text.add("Seed " + plan.seed() + " broke " + invariant + " at step " + step + ".");
        text.add("  must hold: " + sentence);
        text.add("  found:     " + fault);
        text.add("  what happened before:");
        lines.forEach(line -> text.add("    " + line));
        text.add("  again: " + plan.command());
        return text;
    }
}
