package app.cerniq.ports.approval;

import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long has somebody for a task like this?
 *
 * @param byPriority whether its kind has no time of its own
 * @param aboveManager whether who has to act has more authority than a sales manager
 */
public record SlaQuestion(HumanTaskKind kind, Urgency priority, boolean byPriority, boolean aboveManager) {

    private static final Set<HumanTaskKind> WITH_A_TIME_OF_THEIR_OWN = EnumSet.of(
            HumanTaskKind.TAKEOVER,
            HumanTaskKind.DOCUMENT_REVIEW,
            HumanTaskKind.DISCOUNT_APPROVAL,
            HumanTaskKind.DRAFT_REVIEW,
            HumanTaskKind.GUARDRAIL_VIOLATION);

    /** The question about a kind, a priority and who has to act. */
    public static SlaQuestion of(HumanTaskKind kind, Urgency priority, Role role) {
        return new SlaQuestion(
                kind,
                priority,
                !WITH_A_TIME_OF_THEIR_OWN.contains(kind),
                role.authority().compareTo(Authority.MANAGER) > 0);
    }
}
