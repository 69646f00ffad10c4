package app.cerniq.domain.runtime.event;

/** On which way one talks with a customer. Source: source document 001, sections 4.2 and 5.1; the telephone is ours. */
public enum ContactChannel {
    WHATSAPP,
    EMAIL,
    PHONE
}
