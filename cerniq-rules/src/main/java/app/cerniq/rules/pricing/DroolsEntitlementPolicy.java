package app.cerniq.rules.pricing;

import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.pricing.EntitlementPolicy;
import app.cerniq.ports.pricing.EntitlementQuestion;
import app.cerniq.ports.pricing.EntitlementVerdict;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;

/** The rules of {@code entitlements.drl}. */
public final class DroolsEntitlementPolicy implements EntitlementPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.pricing.entitlements";

    private final RuleBook<EntitlementQuestion, EntitlementVerdict> book;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsEntitlementPolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, EntitlementFindings::new);
    }

    @Override
    public Decision<EntitlementVerdict> decide(EntitlementQuestion question) {
        return book.decide(question);
    }
}
