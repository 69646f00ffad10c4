package app.cerniq.domain.shared;

import java.util.List;

/**
 * What the policy answered and why: kept with the command that asked, and repeatable at any later time.
 *
 * @param outcome the answer
 * @param reasons sentences for a person, in the order of the rules
 * @param rules the rules that fired, sorted by id; empty where no rule spoke, which is a refusal by default
 * @param facts the question exactly as the rules saw it
 * @param pack the version of the rules in force
 */
public record Decision<O>(O outcome, List<String> reasons, List<RuleName> rules, Record facts, PackVersion pack) {
    public Decision {
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
    }
}
