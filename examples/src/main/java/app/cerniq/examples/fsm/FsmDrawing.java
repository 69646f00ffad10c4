package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import java.util.Locale;
import java.util.function.Function;

/** The ways to draw the state machine; each draws the moves that it is given and no others. */
public enum FsmDrawing {
    /** Aligned text: moves, conditions, rules. */
    TABLE(TableDrawing::of),
    /** A Mermaid {@code stateDiagram-v2}, as Markdown renderers show it. */
    MERMAID(MermaidDrawing::of),
    /** A Graphviz digraph. */
    DOT(DotDrawing::of),
    /** A picture that needs nothing else, readable on light and dark ground. */
    SVG(SvgDrawing::of);

    /** Where every negotiation starts. */
    static final NegotiationState START = NegotiationState.DISCOVERY;

    @SuppressWarnings("ImmutableEnumChecker") // always one of the stateless functions above
    private final Function<MoveMap, String> drawing;

    FsmDrawing(Function<MoveMap, String> drawing) {
        this.drawing = drawing;
    }

    /** The drawing as text that ends with a line break. */
    public String of(MoveMap moves) {
        return drawing.apply(moves);
    }

    /** The word for the command line, for example {@code mermaid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For example {@code 8 states, 17 moves}. */
    static String summary(MoveMap map) {
        var moves = map.moves().size();
        return NegotiationState.values().length + " states, " + moves + (moves == 1 ? " move" : " moves");
    }
}
