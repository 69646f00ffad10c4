package app.cerniq.ports.conversation;

/**
 * How long has a person to look at a text?
 *
 * @param byWhatsapp whether it would leave by WhatsApp, where customers wait for an answer, or by e-mail
 */
public record ReviewQuestion(boolean byWhatsapp) {}
