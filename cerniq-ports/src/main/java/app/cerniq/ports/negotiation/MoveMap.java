package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.RuleName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state machine as the rules in force have it.
 *
 * @param moves every legal move, ordered by source state, then target state
 */
public record MoveMap(List<Move> moves) {
    public MoveMap {
        moves = List.copyOf(moves);
    }

    /** The move between two states, if it is one. */
    public Optional<Move> between(NegotiationState from, NegotiationState to) {
        return moves.stream()
                .filter(move -> move.from() == from && move.to() == to)
                .findFirst();
    }

    /** The moves out of a state. */
    public List<Move> from(NegotiationState state) {
        return moves.stream().filter(move -> move.from() == state).toList();
    }

    /** One legal move, the conditions it needs and the rule that grants it. */
    public record Move(NegotiationState from, NegotiationState to, Set<MoveCondition> conditions, RuleName rule) {
        public Move {
            conditions = Set.copyOf(conditions);
        }

        /** The conditions in the order of their declaration. */
        public List<MoveCondition> conditionsInOrder() {
            return conditions.stream().sorted().toList();
        }
    }
}
