package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.RuleName;
import java.time.Instant;
import java.util.List;

/** One row of the history of moves. */
public record Transition(
        long version,
        NegotiationState from,
        NegotiationState to,
        String reason,
        TransitionTrigger trigger,
        ActorRef by,
        List<RuleName> rules,
        Instant at) {
    public Transition {
        rules = List.copyOf(rules);
    }
}
