package app.cerniq.rules.engine;

import app.cerniq.domain.shared.RuleName;
import java.util.List;
import java.util.Locale;

/** What a decision quotes when certain rules fired. */
record Wording(List<RuleName> rules, List<String> reasons) {

    /** The wording of some rules, sorted by their ids. */
    static Wording of(List<String> ruleNames) {
        var rules = ruleNames.stream().sorted().distinct().map(RuleName::new).toList();
        return new Wording(
                List.copyOf(rules),
                List.copyOf(rules.stream().map(Wording::sentence).toList()));
    }

    private static String sentence(RuleName rule) {
        var text = rule.value().substring(rule.id().length()).strip();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
