package app.cerniq.domain.runtime.failure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is done about every kind of failure. A host or a tenant replaces rows and adds its own; the later row wins. A code
 * that nobody described is {@link Severity#FATAL}: it is not tried again, and a person looks.
 */
public final class FailureCatalogue {

    private static final FailureCatalogue STANDARD = new FailureCatalogue(Map.of())
            .with(StandardFailures.ofTheDocument())
            .with(StandardFailures.ofTheContracts());

    private final Map<FailureCode, FailureRule> rules;

    private FailureCatalogue(Map<FailureCode, FailureRule> rules) {
        this.rules = rules;
    }

    /** The rows of document 001, section 7.1, and those that the contracts of Oblio and ANAF add. */
    public static FailureCatalogue standard() {
        return STANDARD;
    }

    /** This catalogue with other rows in the place of its own. */
    public FailureCatalogue with(Collection<FailureRule> later) {
        var all = new TreeMap<>(rules);
        later.forEach(rule -> all.put(rule.code(), rule));
        return new FailureCatalogue(all);
    }

    /** What is done about a failure of this code. */
    public FailureRule ruleOf(FailureCode code) {
        var found = rules.get(code);
        return found == null ? unknown(code) : found;
    }

    /** Whether somebody described this code. */
    public boolean knows(FailureCode code) {
        return rules.containsKey(code);
    }

    /** All rows, ordered by code. */
    public List<FailureRule> rules() {
        return List.copyOf(rules.values());
    }

    private static FailureRule unknown(FailureCode code) {
        return FailureRule.notRetried(
                code.value(),
                Severity.FATAL,
                "a failure that the catalogue does not know",
                StandardFailures.TO_THE_ADMINISTRATOR);
    }
}
