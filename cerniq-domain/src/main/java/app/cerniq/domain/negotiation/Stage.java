package app.cerniq.domain.negotiation;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the deal stands and where it came from.
 *
 * @param previous empty only before the first move
 * @param round 1 at first, one more after each resurrection
 */
public record Stage(NegotiationState current, Optional<NegotiationState> previous, Instant changedAt, int round) {

    static Stage start(Instant at) {
        return new Stage(NegotiationState.DISCOVERY, Optional.empty(), at, 1);
    }

    Stage movedTo(NegotiationState next, Instant at) {
        var resurrected = current == NegotiationState.DEAD;
        return new Stage(next, Optional.of(current), at, resurrected ? round + 1 : round);
    }
}
