package app.cerniq.domain.approval;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a task elsewhere: where its subject was decided on directly, or needs no decision any more.
 *
 * @param status how the task ends; not one that is open
 * @param authority how much who decided might decide alone
 * @param value what was granted; empty where nothing was
 */
public record TaskSettlement(
        HumanTaskStatus status, ActorRef by, Authority authority, Instant at, Optional<String> value, String reason) {

    public TaskSettlement {
        if (status.isOpen()) {
            throw new IllegalArgumentException("Nothing is settled by the status " + status + ".");
        }
    }
}
