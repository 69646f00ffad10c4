package app.cerniq.ports.pricing;

import app.cerniq.domain.pricing.PriceRule;
import app.cerniq.domain.pricing.PriceRuleKind;

/**
 * What is a price rule's discount to a line?
 *
 * @param kind what the rule is about
 * @param inForce whether it holds at this time
 * @param covers whether the line's product comes under it
 * @param outranked whether a more specific rule of its kind, or one of higher priority, covers the product too
 * @param reached whether the quantity, or the customer's tier, is one that the rule names
 * @param stackable whether its discount is added to others
 */
public record EntitlementQuestion(
        PriceRuleKind kind, boolean inForce, boolean covers, boolean outranked, boolean reached, boolean stackable) {

    /** The question for one of the rules in force that cover a product. */
    public static EntitlementQuestion of(PriceRule rule, boolean outranked, boolean reached) {
        return new EntitlementQuestion(rule.kind(), true, true, outranked, reached, rule.stackable());
    }
}
