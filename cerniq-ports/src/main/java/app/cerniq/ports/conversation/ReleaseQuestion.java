package app.cerniq.ports.conversation;

import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.Percentage;

/**
 * May this text leave?
 *
 * @param passed whether the verdict passed
 * @param confidence of the model in basis points, 0 to 10,000
 * @param warnings how many violations let it pass, 0 or more
 * @param characters how long it is, 0 or more
 * @param byWhatsapp whether it leaves by WhatsApp, which carries 4,096 characters
 * @param inLanguage whether it is written in the customer's language, or nobody can tell
 * @param promisesPlan whether it speaks of a payment plan that no person approved
 */
public record ReleaseQuestion(
        boolean passed,
        int confidence,
        int warnings,
        int characters,
        boolean byWhatsapp,
        boolean inLanguage,
        boolean promisesPlan) {

    public ReleaseQuestion {
        if (confidence < 0 || confidence > 10_000 || warnings < 0 || characters < 0) {
            throw new IllegalArgumentException(
                    "A confidence is 0 to 10,000 basis points, and nothing is counted below zero.");
        }
    }

    /** The question about a text. */
    public static ReleaseQuestion of(
            boolean passed,
            Percentage confidence,
            int warnings,
            String text,
            ContactChannel channel,
            boolean inLanguage,
            boolean promisesPlan) {
        return new ReleaseQuestion(
                passed,
                confidence.basisPoints(),
                warnings,
                text.isBlank() ? 0 : Math.min(text.length(), Message.LONGEST + 1),
                channel == ContactChannel.WHATSAPP,
                inLanguage,
                promisesPlan);
    }
}
