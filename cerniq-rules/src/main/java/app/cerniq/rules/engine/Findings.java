package app.cerniq.rules.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rules reported about one question. A subclass is the closed list of things that a rule of its context can
 * say; whatever it does not offer, no rule can do. Owned by one call at a time, so it is not thread-safe.
 *
 * @param <O> what is being decided
 */
public abstract class Findings<O> {

    private final List<O> outcomes = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private String speaker = "";

    /** Notes the answer of the rule that is being applied. */
    protected final void report(O outcome) {
        rules.add(speaker);
        outcomes.add(outcome);
    }

    /** The rule that is being applied. */
    protected final String speaker() {
        return speaker;
    }

    /** The answer where no rule speaks; a fault of the pack unless a context says what silence means. */
    protected O silence() {
        throw new IllegalStateException("No rule answers.");
    }

    /** Why silence means what it means, as a sentence for a person. */
    protected String whySilence() {
        return "No rule answers.";
    }

    /**
     * Which of two different answers stands. Rules are disjoint, so this is a fault of the pack unless a context says
     * which answer is the stronger one.
     */
    protected O prevailing(O one, O other) {
        throw new IllegalStateException("Rules " + rules + " contradict each other: " + outcomes + ".");
    }

    /** Whatever is reported from now on was said by this rule. */
    final void listenTo(String rule) {
        speaker = rule;
    }

    final void clear() {
        rules.clear();
        outcomes.clear();
    }

    final List<String> rules() {
        return rules;
    }

    final O outcome() {
        if (outcomes.isEmpty()) {
            return silence();
        }
        var standing = outcomes.get(0);
        for (var i = 1; i < outcomes.size(); i++) {
            var next = outcomes.get(i);
            standing = next.equals(standing) ? standing : prevailing(standing, next);
        }
        return standing;
    }
}
