package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Price rules in few words; the number makes the id. */
final class PriceRules {

    static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant SUMMER = Instant.parse("2026-06-01T00:00:00Z");

    private PriceRules() {}

    static PriceRule promotion(int number, String discount) {
        return rule(number, RuleScope.EVERYTHING, new RuleTerms.Promotion(Percentage.of(discount)));
    }

    static PriceRule rule(int number, RuleScope scope, RuleTerms terms) {
        return rule(number, scope, terms, false, 0);
    }

    static PriceRule rule(int number, RuleScope scope, RuleTerms terms, boolean stackable, int priority) {
        return new PriceRule(
                new PriceRuleId(new UUID(9, number)),
                1,
                "Rule " + number,
                scope,
                terms,
                stackable,
                priority,
                SPRING,
                Optional.empty(),
                false);
    }

    static PriceRule stackable(int number, String discount) {
        return rule(number, RuleScope.EVERYTHING, new RuleTerms.Promotion(Percentage.of(discount)), true, 0);
    }

    static PriceRule during(Instant from, Optional<Instant> until, PriceRule rule) {
        return new PriceRule(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.scope(),
                rule.terms(),
                rule.stackable(),
                rule.priority(),
                from,
                until,
                rule.retired());
    }

    static Entitlement.Grant grant(PriceRule rule, String discount) {
        return new Entitlement.Grant(rule, Percentage.of(discount));
    }
}
