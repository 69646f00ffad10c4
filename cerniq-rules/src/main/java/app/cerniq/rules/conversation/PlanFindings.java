package app.cerniq.rules.conversation;

import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about a payment plan. */
public final class PlanFindings extends Findings<PlanProposal.Standing> {

    /** Nobody may agree to it. */
    public void forbidden() {
        report(PlanProposal.Standing.FORBIDDEN);
    }

    /** A person may agree to it. */
    public void needsApproval() {
        report(PlanProposal.Standing.NEEDS_APPROVAL);
    }
}
