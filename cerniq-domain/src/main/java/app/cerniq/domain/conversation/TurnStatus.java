package app.cerniq.domain.conversation;

/** How far the answer to a customer has come. */
public enum TurnStatus {
    /** It is to be answered. */
    OPEN,
    /** An answer waits for a person. */
    DRAFTED,
    /** A person is being called; nothing automated leaves any more. */
    TAKING_OVER,
    /** It was answered. */
    ANSWERED,
    /** A person has it. */
    TAKEN_OVER,
    /** The customer wrote again before it was answered; the next turn answers both. */
    SUPERSEDED;

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return this == OPEN || this == DRAFTED || this == TAKING_OVER;
    }
}
