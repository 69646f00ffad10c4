package app.cerniq.domain.conversation;

/** The mood of a message. Source: specification, section 13. */
public enum Mood {
    VERY_NEGATIVE,
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    VERY_POSITIVE
}
