package app.cerniq.rules.engine;

import app.cerniq.domain.shared.RuleName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a decision quotes when certain rules fired. */
record Wording(List<RuleName> rules, List<String> reasons) {

    /** The wording of one rule. */
    static Wording of(String rule) {
        var name = new RuleName(rule);
        return new Wording(List.of(name), List.of(sentence(name)));
    }

    /** The wording of several rules, sorted by their ids. */
    static Wording of(Collection<String> rules) {
        var names = rules.stream().sorted().distinct().map(RuleName::new).toList();
        return new Wording(names, names.stream().map(Wording::sentence).toList());
    }

    private static String sentence(RuleName rule) {
        var text = rule.value().substring(rule.id().length()).strip();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
