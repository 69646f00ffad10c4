package app.cerniq.rules.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.ports.negotiation.MoveMap;
import app.cerniq.rules.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of moves that people read and approved: {@code moves.csv}. */
final class ReviewedMoves {

    private static final List<Row> ROWS = Table.of(ReviewedMoves.class, "moves.csv").stream()
            .map(cells -> new Row(
                    NegotiationState.valueOf(cells.get(0)),
                    NegotiationState.valueOf(cells.get(1)),
                    conditions(cells.get(2)),
                    cells.get(3)))
            .toList();

    private ReviewedMoves() {}

    record Row(NegotiationState from, NegotiationState to, Set<MoveCondition> conditions, String rule) {

        static Row of(MoveMap.Move move) {
            return new Row(
                    move.from(), move.to(), move.conditions(), move.rule().id());
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    static Optional<Row> between(NegotiationState from, NegotiationState to) {
        return ROWS.stream().filter(row -> row.from() == from && row.to() == to).findFirst();
    }

    private static Set<MoveCondition> conditions(String words) {
        return Arrays.stream(words.split(" \\+ "))
                .filter(word -> !word.isEmpty())
                .map(word -> MoveCondition.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
