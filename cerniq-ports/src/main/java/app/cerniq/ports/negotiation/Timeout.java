package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TimeLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * What a deal waits for.
 *
 * @param after how long, unless the tenant says otherwise
 */
public record Timeout(DealTimer timer, Duration after, Effect effect) {

    /** What happens when the time is up. */
    public enum Effect {
        /** Somebody is told; the deal stays where it is. */
        NOTICE(Optional.empty()),
        /** The deal is lost, because there was no response. */
        LOSE(Optional.of(NegotiationState.DEAD)),
        /** The deal goes back to the table. */
        RENEGOTIATE(Optional.of(NegotiationState.NEGOTIATION));

        private final Optional<NegotiationState> to;

        Effect(Optional<NegotiationState> to) {
            this.to = to;
        }

        /** Where the deal moves; empty where it stays. */
        public Optional<NegotiationState> to() {
            return to;
        }
    }

    /** The deadline that this means for a deal; empty where it has nothing to count from, or all was said already. */
    public Optional<Deadline> deadlineOf(Negotiation deal, TimeLimits limits) {
        return Deadline.of(deal, timer, limits.of(timer).orElse(after), effect == Effect.NOTICE);
    }
}
