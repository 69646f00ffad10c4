package app.cerniq.domain.approval;

/** Why a person is needed. */
public enum HumanTaskKind {
    /** A discount above what is granted automatically. */
    DISCOUNT_APPROVAL(true),
    /** A document that must not go out unseen. */
    DOCUMENT_REVIEW(true),
    /** An answer that an agent wrote and that waits for a person's word. */
    DRAFT_REVIEW(true),
    /** A text that broke the rules, and whose author could not mend it. */
    GUARDRAIL_VIOLATION(true),
    /** Terms of payment that a customer proposed. */
    PAYMENT_PLAN(true),
    /** A person who was recommended, or the reward for it. */
    REFERRAL(true),
    /** A customer, or the machinery, asks for a person. */
    ESCALATION(false),
    /** A person has to take a deal over. */
    TAKEOVER(false),
    /** A customer who may be lost, and whom a person should talk to. */
    NURTURING_INTERVENTION(false),
    /** A deal waits, and no timer may move it. */
    DEAL_WAITS(false),
    /** A chain of steps cannot go on. */
    SAGA_STUCK(false),
    /** An event could not be delivered. */
    DEAD_LETTER(false),
    /** Two books do not agree. */
    RECONCILIATION(false);

    private final boolean isApproval;

    HumanTaskKind(boolean isApproval) {
        this.isApproval = isApproval;
    }

    /** Whether it asks for a yes or no; then nobody's answer is a no, and never a yes (C66). */
    public boolean isApproval() {
        return isApproval;
    }
}
