package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Refusal;

/** Every way in which the price rules say no. Nothing was written when one of these is returned. */
public sealed interface PriceRuleRefusal extends Refusal {

    /** Two rules of equal scope, kind and priority would hold at one time. */
    record AmbiguousRule(PriceRule rule, PriceRule other) implements PriceRuleRefusal {
        @Override
        public String sentence() {
            return "Nothing would say whether \"" + rule.name() + "\" or \"" + other.name() + "\" holds: both are "
                    + rule.kind() + " for " + rule.scope() + " with priority " + rule.priority() + ".";
        }

        @Override
        public String given() {
            return "priority " + rule.priority() + " from " + rule.from()
                    + rule.until().map(end -> " until " + end).orElse("");
        }

        @Override
        public String accepted() {
            return "another priority, or a time that does not overlap from " + other.from()
                    + other.until().map(end -> " until " + end).orElse(" on");
        }
    }

    /** Not the version that would follow. */
    record RuleChanged(PriceRuleId rule, int version, int next) implements PriceRuleRefusal {
        @Override
        public String sentence() {
            return "The rule has changed since it was read.";
        }

        @Override
        public String given() {
            return "version " + version + " of " + rule;
        }

        @Override
        public String accepted() {
            return "version " + next;
        }
    }

    /** There is none of that id, or it was retired. */
    record NoSuchRule(PriceRuleId rule) implements PriceRuleRefusal {
        @Override
        public String sentence() {
            return "There is no such price rule in use.";
        }

        @Override
        public String given() {
            return rule.toString();
        }

        @Override
        public String accepted() {
            return "the id of a rule that is not retired";
        }
    }
}
