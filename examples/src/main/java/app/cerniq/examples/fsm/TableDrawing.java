package app.cerniq.examples.fsm;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.ports.negotiation.MoveMap.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The moves as aligned text, with what their conditions mean below. */
final class TableDrawing {

    private static final String GAP = "  ";

    private TableDrawing() {}

    static String of(MoveMap map) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("FROM", "TO", "NEEDS", "RULE"));
        map.moves().forEach(move -> rows.add(row(move)));

        var meanings = map.moves().stream()
                .flatMap(move -> move.conditions().stream())
                .distinct()
                .sorted()
                .map(condition -> List.of(condition.word(), condition.meaning()))
                .toList();

        return aligned(rows)
                + "\n" + FsmDrawing.summary(map) + "\n"
                + (meanings.isEmpty() ? "" : "\n" + aligned(meanings));
    }

    private static List<String> row(Move move) {
        return List.of(
                move.from().name(),
                move.to().name(),
                move.conditions().isEmpty() ? "-" : words(move),
                move.rule().value());
    }

    private static String words(Move move) {
        return move.conditionsInOrder().stream().map(MoveCondition::word).collect(Collectors.joining(", "));
    }

    private static String aligned(List<List<String>> rows) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(widths[column] - row.get(column).length()))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
