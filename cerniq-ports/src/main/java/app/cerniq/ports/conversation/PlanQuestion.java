package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.PaymentPlan;
import app.cerniq.domain.shared.Percentage;

/**
 * May a person agree to this payment plan?
 *
 * @param instalments 2 or more
 * @param days until the last instalment; 0 where nothing is said
 * @param daysKnown whether anything is said
 * @param advance what is paid first, in basis points; 0 where nothing is said
 */
public record PlanQuestion(int instalments, int days, boolean daysKnown, int advance) {

    /** The question about a plan. */
    public static PlanQuestion of(PaymentPlan plan) {
        return new PlanQuestion(
                plan.instalments(),
                plan.days().orElse(0),
                plan.days().isPresent(),
                plan.advance().map(Percentage::basisPoints).orElse(0));
    }
}
