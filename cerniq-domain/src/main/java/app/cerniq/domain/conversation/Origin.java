package app.cerniq.domain.conversation;

/** Where a message comes from, which decides what has to be proven before it leaves. */
public enum Origin {
    /** The customer wrote it. */
    CUSTOMER(MessageRole.USER, false),
    /** A model wrote it, and nobody looked at it: it needs a verdict. */
    AUTOMATED(MessageRole.ASSISTANT, true),
    /** A model wrote it, and a person approved or changed it: it needs a verdict as well. */
    REVIEWED(MessageRole.ASSISTANT, true),
    /** A fixed sentence of ours, without a claim, with which a person is announced. */
    SAFE_REPLY(MessageRole.ASSISTANT, false),
    /** A person wrote it. */
    HUMAN(MessageRole.ASSISTANT, false),
    /** What we said in an earlier stage; it has left long ago. */
    IMPORTED_FROM_US(MessageRole.ASSISTANT, false),
    /** What the customer said in an earlier stage. */
    IMPORTED_FROM_CUSTOMER(MessageRole.USER, false);

    private final MessageRole role;
    private final boolean needsVerdict;

    Origin(MessageRole role, boolean needsVerdict) {
        this.role = role;
        this.needsVerdict = needsVerdict;
    }

    public MessageRole role() {
        return role;
    }

    /** Whether it leaves only with a verdict of exactly its text (I5). */
    public boolean needsVerdict() {
        return needsVerdict;
    }

    /** Whether a machine sends it: then not after a person took over (I6). */
    public boolean isAutomated() {
        return needsVerdict || this == SAFE_REPLY;
    }

    /** Whether it goes to the customer. */
    public boolean leaves() {
        return isAutomated() || this == HUMAN;
    }
}
