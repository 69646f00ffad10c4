package app.cerniq.domain.runtime.failure;

import app.cerniq.domain.shared.Role;
import java.time.Duration;
import java.util.List;

/**
 * Who has to look, and how soon.
 *
 * @param target the kind of look that is needed
 * @param sla until when somebody must have looked; from a minute to 30 days
 */
public record Escalation(Target target, Duration sla) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    public Escalation {
        if (sla.compareTo(SHORTEST) < 0 || sla.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Somebody has from a minute to 30 days to look at a failure, not " + sla + ".");
        }
    }

    /** The kinds of look. The letters are those of document 001, section N. */
    public enum Target {
        /** N4: an accountant looks at a fiscal document. */
        DOCUMENT_REVIEW(Role.ACCOUNTANT, Role.FINANCE_MANAGER),
        /** N2: a person takes the conversation over. */
        HUMAN_TAKEOVER(Role.SALES_REP, Role.SALES_MANAGER),
        /** Whoever holds the credentials or runs the installation. */
        ADMINISTRATION(Role.SYSTEM_ADMIN, Role.DIRECTOR),
        /** Whoever sells: the deal itself needs a decision. */
        SALES_DECISION(Role.SALES_REP, Role.SALES_MANAGER);

        private final Role asked;
        private final Role above;

        Target(Role asked, Role above) {
            this.asked = asked;
            this.above = above;
        }

        /** Who may be asked, the first one first. */
        public List<Role> roles() {
            return List.of(asked, above);
        }
    }
}
