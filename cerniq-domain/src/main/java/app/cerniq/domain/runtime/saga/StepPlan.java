package app.cerniq.domain.runtime.saga;

import java.time.Duration;
import java.util.Set;

/**
 * One step of a saga before it begins.
 *
 * @param after the steps that must be done or skipped before; steps that do not wait for one another may overlap
 * @param onRefusal what a refusal for a reason of business means
 * @param settling for how long after a call without an answer its effect may still appear: before that, not finding it
 *     proves nothing; nothing to a week
 */
public record StepPlan(
        StepName name, StepClass stepClass, Set<StepName> after, OnRefusal onRefusal, Duration settling) {

    private static final Duration LONGEST = Duration.ofDays(7);

    public StepPlan {
        after = Set.copyOf(after);
        if (settling.isNegative() || settling.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A step settles within nothing to a week, not within " + settling + ".");
        }
    }

    /** What a refusal for a reason of business means for the saga. */
    public enum OnRefusal {
        /** Everything that was done is undone, where that is still possible. */
        UNDO,
        /** A person decides. */
        ASK
    }
}
