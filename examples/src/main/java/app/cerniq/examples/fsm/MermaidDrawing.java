package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.stream.Collectors;

/** The moves in Mermaid's language; a state without a way out is an end. */
final class MermaidDrawing {

    private MermaidDrawing() {}

    static String of(MoveMap map) {
        var text = new StringBuilder("stateDiagram-v2\n");
        text.append("    [*] --> ").append(FsmDrawing.START).append('\n');
        map.moves().forEach(move -> text.append("    ").append(arrow(move)).append('\n'));
        for (var state : NegotiationState.values()) {
            if (map.from(state).isEmpty()) {
                text.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    private static String arrow(Move move) {
        var words = move.conditionsInOrder().stream().map(MoveCondition::word).collect(Collectors.joining(", "));
        return move.from() + " --> " + move.to() + (words.isEmpty() ? "" : " : " + words);
    }
}
