package app.cerniq.rules.pricing;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import app.cerniq.rules.engine.BuiltInPack;
import app.cerniq.rules.engine.RuleBook;

/** The rules of {@code discounts.drl}. */
public final class DroolsDiscountPolicy implements DiscountPolicy {

    /** Where the rules stand. */
    public static final String RULES = "app.cerniq.rules.pricing.discounts";

    private final RuleBook<DiscountQuestion, DiscountTier> book;

    /** The policy of a built-in pack; throws {@link IllegalStateException} if the pack is damaged. */
    public DroolsDiscountPolicy(BuiltInPack pack) {
        this.book = pack.book(RULES, DiscountFindings::new);
    }

    @Override
    public Decision<DiscountTier> decide(DiscountQuestion question) {
        return book.decide(question);
    }
}
