package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.stream.Collectors;

/** The moves in Graphviz' language; a state without a way out has a double border. */
final class DotDrawing {

    private DotDrawing() {}

    static String of(MoveMap map) {
        var text = new StringBuilder("""
                digraph negotiation {
                    rankdir=TB;
                    node [shape=box, style=rounded, fontname="Helvetica"];
                    edge [fontname="Helvetica", fontsize=11];
                    start [shape=point, label="", width=0.15];
                """);
        for (var state : NegotiationState.values()) {
            var end = map.from(state).isEmpty() ? " [peripheries=2]" : "";
            text.append("    ").append(state).append(end).append(";\n");
        }
        text.append("    start -> ").append(FsmDrawing.START).append(";\n");
        map.moves().forEach(move -> text.append("    ").append(arrow(move)).append('\n'));
        return text.append("}\n").toString();
    }

    /** Words of several conditions stand below one another; a move without conditions is dashed. */
    private static String arrow(Move move) {
        var words = move.conditionsInOrder().stream().map(MoveCondition::word).collect(Collectors.joining("\\n"));
        return move.from() + " -> " + move.to()
                + (words.isEmpty() ? " [style=dashed" : " [label=\"" + words + "\"")
                + ", tooltip=\"" + quoted(move.rule().value()) + "\"];";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
