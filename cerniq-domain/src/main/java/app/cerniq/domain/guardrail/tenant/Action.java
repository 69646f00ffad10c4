package app.cerniq.domain.guardrail.tenant;

import app.cerniq.domain.guardrail.Severity;
import java.util.Locale;

/** What happens where a tenant's guardrail applies. */
public enum Action {
    /** The text does not leave, and writing it anew does not help. */
    BLOCK(Severity.CRITICAL),
    /** The text leaves, and somebody may read why it should not have. */
    WARN(Severity.MEDIUM),
    /** The text is written anew. */
    REGENERATE(Severity.HIGH),
    /** The text does not leave, and a person takes over. */
    ESCALATE(Severity.CRITICAL);

    private final Severity severity;

    Action(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The word in a definition. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
