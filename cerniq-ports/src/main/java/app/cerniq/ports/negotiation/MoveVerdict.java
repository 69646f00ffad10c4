package app.cerniq.ports.negotiation;

/** What the rules say about a move. */
public enum MoveVerdict {
    /** A rule permits it. */
    PERMITTED,
    /** A rule forbids it to this actor. */
    FORBIDDEN,
    /** No rule speaks for it: not a legal pair, or a condition is missing. */
    NOT_OPEN
}
