package app.cerniq.ports.approval;

import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.runtime.event.Urgency;

/**
 * How long has somebody for a task like this?
 *
 * @param byPriority whether its kind has no time of its own
 */
public record SlaQuestion(HumanTaskKind kind, Urgency priority, boolean byPriority) {

    /** The question about a kind and a priority. */
    public static SlaQuestion of(HumanTaskKind kind, Urgency priority) {
        var own = kind == HumanTaskKind.TAKEOVER || kind == HumanTaskKind.DOCUMENT_REVIEW;
        return new SlaQuestion(kind, priority, !own);
    }
}
