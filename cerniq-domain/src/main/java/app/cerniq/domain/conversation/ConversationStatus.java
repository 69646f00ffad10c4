package app.cerniq.domain.conversation;

/** How a conversation stands. Source: specification, section 6.1. */
public enum ConversationStatus {
    /** Messages are answered. */
    ACTIVE,
    /** Messages are kept, and not answered until it goes on. */
    PAUSED,
    /** It is over; nothing more is kept. */
    COMPLETED,
    /** A person answers; nothing automated leaves. */
    HANDED_OFF
}
