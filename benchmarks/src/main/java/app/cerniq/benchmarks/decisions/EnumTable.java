package app.cerniq.benchmarks.decisions;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveQuestion;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** The floor: a table in memory, without rules that anybody could change and without reasons. */
final class EnumTable implements MoveMachine {

    private final Map<NegotiationState, Map<NegotiationState, Predicate<MoveQuestion>>> moves =
            new EnumMap<>(NegotiationState.class);

    EnumTable() {
        for (var row : MoveTable.ROWS) {
            moves.computeIfAbsent(row.from(), from -> new EnumMap<>(NegotiationState.class))
                    .put(row.to(), row.condition());
        }
    }

    @Override
    public boolean permits(MoveQuestion question) {
        var open = moves.get(question.from());
        var condition = open == null ? null : open.get(question.to());
        return condition != null && condition.test(question);
    }
}
