package app.cerniq.domain.conversation;

/** What became of a draft. Source: source document 003, ai_response_queue. */
public enum DraftStatus {
    PENDING,
    /** Sent as it was. */
    APPROVED,
    /** Sent with other words. */
    EDITED,
    REJECTED,
    /** Nobody looked at it in time. */
    EXPIRED
}
