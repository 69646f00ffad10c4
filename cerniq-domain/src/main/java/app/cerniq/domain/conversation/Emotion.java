package app.cerniq.domain.conversation;

/** What a message shows of whoever wrote it. Source: specification, section 13. */
public enum Emotion {
    ANGER,
    FRUSTRATION,
    SATISFACTION,
    INTEREST,
    URGENCY,
    CONFUSION
}
