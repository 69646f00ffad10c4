package app.cerniq.domain.runtime.saga;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of saga: its steps in the order in which they are told.
 *
 * @param name for example {@code COMPLETION}; 1 to 40 upper-case letters, digits and underscores
 * @param steps at least one; each waits only for earlier ones, so nothing waits for itself
 */
public record SagaPlan(String name, List<StepPlan> steps) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public SagaPlan {
        steps = List.copyOf(steps);
        if (!FORM.matcher(name).matches() || steps.isEmpty()) {
            throw new IllegalArgumentException("A kind of saga has a name of 1 to 40 upper-case letters, digits and"
                    + " underscores and at least one step, not \"" + name + "\" with " + steps.size() + ".");
        }
        var earlier = new HashSet<StepName>();
        for (var step : steps) {
            if (!earlier.containsAll(step.after())) {
                throw new IllegalArgumentException(
                        "Step " + step.name() + " waits for " + step.after() + ", which are not all before it.");
            }
            if (!earlier.add(step.name())) {
                throw new IllegalArgumentException("Two steps are called " + step.name() + ".");
            }
        }
    }
}
