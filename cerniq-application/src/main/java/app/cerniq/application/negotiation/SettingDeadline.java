package app.cerniq.application.negotiation;

import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.shared.Decision;
import app.cerniq.ports.negotiation.Timeout;
import app.cerniq.ports.negotiation.TimeoutPolicy;
import app.cerniq.ports.negotiation.TimeoutQuestion;
import java.util.Optional;

/** Until when a deal may stay as it is: the rules say what it waits for, the tenant for how long, the deal since when. */
final class SettingDeadline {

    private final TimeoutPolicy timeouts;

    SettingDeadline(TimeoutPolicy timeouts) {
        this.timeouts = timeouts;
    }

    Optional<Deadline> of(Negotiation deal, TimeLimits limits) {
        return of(deal, limits, timeoutOf(deal));
    }

    Decision<Optional<Timeout>> timeoutOf(Negotiation deal) {
        return timeouts.decide(TimeoutQuestion.of(deal));
    }

    static Optional<Deadline> of(Negotiation deal, TimeLimits limits, Decision<Optional<Timeout>> decision) {
        return decision.outcome().flatMap(timeout -> timeout.deadlineOf(deal, limits));
    }
}
