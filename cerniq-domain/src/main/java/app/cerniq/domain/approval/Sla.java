package app.cerniq.domain.approval;

import java.time.Duration;
import java.time.Instant;

/**
 * By when somebody has to act.
 *
 * @param within longer than nothing
 * @param warningPercent how much of it may pass before a warning, 1 to 99
 */
public record Sla(Duration within, int warningPercent) {

    public Sla {
        if (within.isNegative() || within.isZero() || warningPercent < 1 || warningPercent > 99) {
            throw new IllegalArgumentException("An SLA is longer than nothing and warns at 1 to 99 percent, not "
                    + within + " and " + warningPercent + ".");
        }
    }

    Instant warnAt(Instant start) {
        return start.plus(within.multipliedBy(warningPercent).dividedBy(100));
    }

    Instant dueAt(Instant start) {
        return start.plus(within);
    }
}
