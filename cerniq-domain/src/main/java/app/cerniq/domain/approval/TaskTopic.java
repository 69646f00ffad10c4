package app.cerniq.domain.approval;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task is about and what gave rise to it. For one topic there is one task, however often it is opened.
 *
 * @param subjectKind for example {@code negotiation} or {@code saga}, 1 to 50 characters
 * @param subjectId 1 to 100 characters
 * @param cause what happened, so that the same subject may need a person again later: an event id, a version; 1 to 200
 *     characters
 */
public record TaskTopic(HumanTaskKind kind, String subjectKind, String subjectId, String cause) {

    public TaskTopic {
        check("kind of subject", subjectKind, 50);
        check("subject", subjectId, 100);
        check("cause", cause, 200);
    }

    /** What kind of subject a deal is. */
    public static final String DEAL = "negotiation";

    /** That a request for a discount waits. */
    public static TaskTopic ofDiscount(NegotiationId deal, DiscountRequestId request) {
        return new TaskTopic(
                HumanTaskKind.DISCOUNT_APPROVAL,
                DEAL,
                deal.value().toString(),
                request.value().toString());
    }

    /** The deal that it is about, at a tenant; empty where it is about something else. */
    public Optional<NegotiationId> deal(TenantId tenant) {
        return subjectKind.equals(DEAL)
                ? id(subjectId).map(found -> new NegotiationId(tenant, found))
                : Optional.empty();
    }

    /** The request for a discount that it is about; empty where it is about something else. */
    public Optional<DiscountRequestId> discount() {
        return kind == HumanTaskKind.DISCOUNT_APPROVAL && subjectKind.equals(DEAL)
                ? id(cause).map(DiscountRequestId::new)
                : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static void check(String what, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "A task's " + what + " has 1 to " + most + " characters, not " + text.length() + ".");
        }
    }
}
