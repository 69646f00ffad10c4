package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.ArrayList;

/** The moves as a picture: green arrows need their conditions, grey dashed ones are always open. */
final class SvgDrawing {

    private static final int MARGIN = 34;
    private static final int LINE_HEIGHT = 15;

    private static final String STYLE = """
              <style>
                text { font: 12.5px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #24302a; }
                .paper { fill: #fcfbf7; stroke: #dedbd0; }
                .heading { font-size: 15px; font-weight: 600; }
                .state rect { fill: #eef5ec; stroke: #35704a; stroke-width: 1.5; }
                .state text { font-size: 14px; font-weight: 600; letter-spacing: .02em; text-anchor: middle; }
                .dead rect { fill: #efebe8; stroke: #8a7d76; }
                .line { fill: none; stroke: #35704a; stroke-width: 1.6; marker-end: url(#head); }
                .open .line { stroke: #8a7d76; stroke-dasharray: 5 4; marker-end: url(#open-head); }
                .label { paint-order: stroke; stroke: #fcfbf7; stroke-width: 4px; stroke-linejoin: round; }
                .green { fill: #35704a; }
                .grey { fill: #8a7d76; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e3eae5; }
                  .paper { fill: #161c18; stroke: #35403a; }
                  .state rect { fill: #1f2e25; stroke: #79bf8f; }
                  .dead rect { fill: #2a2624; stroke: #a99a92; }
                  .line { stroke: #79bf8f; }
                  .open .line { stroke: #a99a92; }
                  .label { stroke: #161c18; }
                  .green { fill: #79bf8f; }
                  .grey { fill: #a99a92; }
                }
              </style>
              <defs>
            """;

    private final MoveMap map;
    private final Routes routes;
    private final StringBuilder svg = new StringBuilder();

    private SvgDrawing(MoveMap map) {
        this.map = map;
        this.routes = new Routes(map);
    }

    static String of(MoveMap map) {
        return new SvgDrawing(map).drawn();
    }

    private String drawn() {
        var dead = Box.of(NegotiationState.DEAD);
        var left = routes.leftmost() - MARGIN;
        var width = dead.right() + MARGIN - left;
        var height = dead.bottom() + 62;
        var heading = "Negotiation: " + FsmDrawing.summary(map);

        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + left + " 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height + "\" role=\"img\">");
        add("  <title>" + heading + "</title>");
        svg.append(STYLE);
        arrowHead("head", "green");
        arrowHead("open-head", "grey");
        add("  </defs>");
        add("  <rect class=\"paper\" x=\"" + left + ".5\" y=\".5\" width=\"" + (width - 1) + "\" height=\""
                + (height - 1) + "\" rx=\"14\"/>");
        add("  <text class=\"heading\" x=\"" + (left + MARGIN) + "\" y=\"36\">" + heading + "</text>");
        start();
        map.moves().forEach(this::move);
        for (var state : NegotiationState.values()) {
            state(state);
        }
        legend(left + MARGIN, dead.bottom() + 34);
        add("</svg>");
        return svg.toString();
    }

    private void arrowHead(String id, String colour) {
        add("    <marker id=\"" + id
                + "\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\""
                + " markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"" + colour
                + "\" d=\"M0 0 L10 5 L0 10 Z\"/></marker>");
    }

    private void start() {
        var first = Box.of(FsmDrawing.START);
        var x = first.centre();
        add("  <circle class=\"green\" cx=\"" + x + "\" cy=\"" + (first.top() - 28) + "\" r=\"6\"/>");
        add("  <path class=\"line\" d=\"M" + x + " " + (first.top() - 28) + " V" + first.top() + "\"/>");
    }

    private void move(Move move) {
        var words = move.conditionsInOrder().stream().map(MoveCondition::word).toList();
        var route = routes.of(move, words.size());
        add("  <g class=\"move" + (words.isEmpty() ? " open" : "") + "\">");
        add("    <title>" + escaped(move.rule().value()) + "</title>");
        add("    <path class=\"line\" d=\"" + route.path() + "\"/>");
        var y = route.y();
        for (var word : words) {
            add("    <text class=\"label\" x=\"" + route.x() + "\" y=\"" + y + "\" text-anchor=\"" + route.anchor()
                    + "\">" + word + "</text>");
            y += LINE_HEIGHT;
        }
        add("  </g>");
    }

    /** A state without a way out has a double border. */
    private void state(NegotiationState state) {
        var box = Box.of(state);
        var borders = new ArrayList<Box>();
        borders.add(box);
        if (map.from(state).isEmpty()) {
            borders.add(new Box(box.left() + 4, box.top() + 4, box.width() - 8, box.height() - 8));
        }
        add("  <g class=\"state" + (state == NegotiationState.DEAD ? " dead" : "") + "\">");
        for (var border : borders) {
            add("    <rect x=\"" + border.left() + "\" y=\"" + border.top() + "\" width=\"" + border.width()
                    + "\" height=\"" + border.height() + "\" rx=\"9\"/>");
        }
        add("    <text x=\"" + box.centre() + "\" y=\"" + (box.middle() + 5) + "\">" + state + "</text>");
        add("  </g>");
    }

    private void legend(int x, int y) {
        key(x, y, "", "needs its conditions");
        key(x + 210, y, " class=\"open\"", "always open");
    }

    private void key(int x, int y, String kind, String meaning) {
        add("  <g" + kind + "><path class=\"line\" d=\"M" + x + " " + (y - 4) + " H" + (x + 36) + "\"/><text x=\""
                + (x + 46) + "\" y=\"" + y + "\">" + meaning + "</text></g>");
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
