package app.cerniq.application.negotiation;

import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.shared.Decision;
import java.util.ArrayList;
import java.util.List;

/** What one command is decided on: the deal as it was read, who asks, and the policy's answers collected on the way. */
final class Situation {

    private final Negotiation deal;
    private final Stamp stamp;
    private final DiscountRequestId ticket;
    private final TimeLimits limits;
    private final List<Decision<?>> decisions = new ArrayList<>();

    Situation(Negotiation deal, Stamp stamp, DiscountRequestId ticket, TimeLimits limits) {
        this.deal = deal;
        this.stamp = stamp;
        this.ticket = ticket;
        this.limits = limits;
    }

    Negotiation deal() {
        return deal;
    }

    Stamp stamp() {
        return stamp;
    }

    /** The id that a discount request or approval of this command would have. */
    DiscountRequestId ticket() {
        return ticket;
    }

    /** In which times the tenant differs from the rules. */
    TimeLimits limits() {
        return limits;
    }

    /** Keeps an answer, so that it is stored with the command, and passes it on. */
    <D extends Decision<?>> D restingOn(D decision) {
        decisions.add(decision);
        return decision;
    }

    List<Decision<?>> decisions() {
        return List.copyOf(decisions);
    }
}
