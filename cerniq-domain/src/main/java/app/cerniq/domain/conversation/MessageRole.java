package app.cerniq.domain.conversation;

/** Who speaks, in the words that language models use. Source: specification, section 6.1. */
public enum MessageRole {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
}
