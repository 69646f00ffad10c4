package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the arrows run: between neighbours of the road straight, to and from {@code DEAD} across, and past other states in
 * a bow on the left, one lane for each bow that would touch another.
 */
final class Routes {

    private static final int LINE_HEIGHT = 15;
    private static final int NEAREST_LANE = 62;
    private static final int LANE_WIDTH = 138;
    private static final int ASIDE = 34;
    private static final int BEND = 12;

    private final MoveMap map;
    private final Map<Move, Integer> lanes;

    Routes(MoveMap map) {
        this.map = map;
        this.lanes = lanes(map);
    }

    /**
     * One arrow.
     *
     * @param path what SVG draws
     * @param x where the label's lines are anchored
     * @param y the base line of the label's first line
     * @param anchor SVG's {@code text-anchor}
     */
    record Route(String path, int x, int y, String anchor) {}

    /** The arrow of a move whose label has so many lines. */
    Route of(Move move, int lines) {
        if (lanes.containsKey(move)) {
            return bow(move, lines);
        }
        return isAcross(move) ? across(move, lines) : straight(move, lines);
    }

    /** The left edge of all that is drawn. */
    int leftmost() {
        var outermost =
                lanes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return laneAt(outermost);
    }

    private static Route straight(Move move, int lines) {
        var from = Box.of(move.from());
        var to = Box.of(move.to());
        var down = from.top() < to.top();
        var x = from.centre() + (down ? ASIDE : -ASIDE);
        var start = down ? from.bottom() : from.top();
        var end = down ? to.top() : to.bottom();
        var y = (start + end) / 2 - lines * LINE_HEIGHT / 2 + LINE_HEIGHT - 4;
        return new Route("M" + x + " " + start + " V" + end, down ? x + 9 : x - 9, y, down ? "start" : "end");
    }

    private Route across(Move move, int lines) {
        var toDead = move.to() == NegotiationState.DEAD;
        var road = Box.of(toDead ? move.from() : move.to());
        var dead = Box.of(NegotiationState.DEAD);
        var alone = map.between(move.to(), move.from()).isEmpty();
        var y = alone ? road.middle() : road.middle() + (toDead ? 13 : -13);
        var path = toDead
                ? "M" + road.right() + " " + y + " H" + dead.left()
                : "M" + dead.left() + " " + y + " H" + road.right();
        var first = toDead && !alone ? y + LINE_HEIGHT : y - 7 - (lines - 1) * LINE_HEIGHT;
        return new Route(path, (road.right() + dead.left()) / 2, first, "middle");
    }

    private Route bow(Move move, int lines) {
        var from = Box.of(move.from());
        var to = Box.of(move.to());
        var lane = laneAt(lanes.getOrDefault(move, 0));
        var start = from.middle() + 6;
        var end = to.middle() - 6;
        var step = start < end ? BEND : -BEND;
        var path = "M" + from.left() + " " + start + " H" + (lane + BEND)
                + " Q" + lane + " " + start + " " + lane + " " + (start + step)
                + " V" + (end - step)
                + " Q" + lane + " " + end + " " + (lane + BEND) + " " + end
                + " H" + to.left();
        var passed = (Box.ROAD.indexOf(move.from()) + Box.ROAD.indexOf(move.to())) / 2;
        var middle = Box.of(Box.ROAD.get(passed)).middle();
        return new Route(path, lane + 9, middle - lines * LINE_HEIGHT / 2 + LINE_HEIGHT - 4, "start");
    }

    private static int laneAt(int lane) {
        return NEAREST_LANE - lane * LANE_WIDTH;
    }

    private static boolean isAcross(Move move) {
        return move.from() == NegotiationState.DEAD || move.to() == NegotiationState.DEAD;
    }

    private static Map<Move, Integer> lanes(MoveMap map) {
        var bows = map.moves().stream()
                .filter(move -> !isAcross(move) && span(move) != 1)
                .sorted(Comparator.comparingInt(Routes::span))
                .toList();
        Map<Move, Integer> lanes = new HashMap<>();
        List<List<Move>> taken = new ArrayList<>();
        for (var bow : bows) {
            var lane = 0;
            while (lane < taken.size() && taken.get(lane).stream().anyMatch(other -> touch(bow, other))) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(lane).add(bow);
            lanes.put(bow, lane);
        }
        return lanes;
    }

    private static boolean touch(Move one, Move other) {
        return top(one) <= bottom(other) && top(other) <= bottom(one);
    }

    private static int span(Move move) {
        return bottom(move) - top(move);
    }

    private static int top(Move move) {
        return Math.min(Box.ROAD.indexOf(move.from()), Box.ROAD.indexOf(move.to()));
    }

    private static int bottom(Move move) {
        return Math.max(Box.ROAD.indexOf(move.from()), Box.ROAD.indexOf(move.to()));
    }
}
