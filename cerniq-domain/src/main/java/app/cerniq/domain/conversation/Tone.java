package app.cerniq.domain.conversation;

/** How a customer is spoken to. Source: specification, section 13. */
public enum Tone {
    FRIENDLY,
    EMPATHETIC,
    PROFESSIONAL
}
