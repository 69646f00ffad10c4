package app.cerniq.domain.negotiation;

import java.util.List;

/**
 * A move that is legal from where a negotiation stands.
 *
 * @param to the next state
 * @param missing the conditions that do not hold yet; empty means that the move can be made now
 * @param forbidden a sentence where this actor may not make the move at all, else empty
 */
public record OpenMove(NegotiationState to, List<MoveCondition> missing, String forbidden) {
    public OpenMove {
        missing = List.copyOf(missing);
    }

    /** Whether this actor can make the move at once. */
    public boolean isReady() {
        return missing.isEmpty() && forbidden.isEmpty();
    }

    @Override
    public String toString() {
        if (!forbidden.isEmpty()) {
            return to + " (" + forbidden + ")";
        }
        return missing.isEmpty()
                ? to.toString()
                : to + " (missing: "
                        + String.join(
                                ", ", missing.stream().map(MoveCondition::word).toList()) + ")";
    }
}
