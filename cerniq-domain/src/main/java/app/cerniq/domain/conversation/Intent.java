package app.cerniq.domain.conversation;

/** What a customer wants. Source: specification, section 13. */
public enum Intent {
    INQUIRY,
    PRICE_REQUEST,
    QUOTE_REQUEST,
    NEGOTIATION,
    ORDER,
    COMPLAINT,
    SUPPORT,
    SMALL_TALK,
    REJECTION,
    CONFIRMATION,
    FOLLOWUP
}
