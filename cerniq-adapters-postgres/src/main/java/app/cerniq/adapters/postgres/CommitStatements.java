package app.cerniq.adapters.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that store a commit: one data-modifying statement, put together of the parts that the commit has. There
 * are about as many as there are kinds of commands, so each stays prepared on the server.
 */
final class CommitStatements {

    /** What makes one statement differ from another. */
    private record Shape(List<StatementPart> parts, Set<Aspect> aspects, boolean isJoining) {

        static Shape of(Written written, boolean isJoining) {
            var parts = new ArrayList<StatementPart>();
            all().filter(part -> part.isIn(written)).forEach(parts::add);
            return new Shape(List.copyOf(parts), written.aspects(), isJoining);
        }

        List<GoodsPart> goods() {
            return parts.stream()
                    .filter(GoodsPart.class::isInstance)
                    .map(GoodsPart.class::cast)
                    .toList();
        }
    }

    private static final String TOLD = "exists (select from events) and exists (select from told)";

    private final Map<StatementPart, String> texts = new HashMap<>();
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    CommitStatements(Sql sql) {
        all().forEach(part -> texts.put(
                part,
                sql.file(part.file())
                        .replace("${names}", NegotiationColumns.names())
                        .replace("${marks}", NegotiationColumns.marks())
                        .replace("${messages}", Messages.TABLE)));
    }

    private static Stream<StatementPart> all() {
        return Stream.concat(Stream.of(CommitPart.values()), Stream.of(GoodsPart.values()));
    }

    /**
     * Stores a commit in one round trip.
     *
     * @return whether the expected version still stood, and everything is stored
     */
    boolean execute(Connection connection, Written written) throws SQLException {
        var shape = Shape.of(written, !connection.getAutoCommit());
        try (var statement = connection.prepareStatement(statements.computeIfAbsent(shape, this::compose))) {
            var slots = new Slots(statement).text(written.deal().id().tenant().toString());
            for (var part : shape.parts()) {
                part.fill(slots, written);
            }
            statement.execute();
            return storedRows(statement, shape.isJoining() ? 2 : 1) == 1;
        }
    }

    private static int storedRows(PreparedStatement statement, int resultsBefore) throws SQLException {
        for (var i = 0; i < resultsBefore; i++) {
            statement.getMoreResults();
        }
        try (var rows = statement.getResultSet()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String compose(Shape shape) {
        var goods = shape.goods();
        // The faults have to be looked for; a part that nobody asks is not run.
        var result = "\nselect count(*) from deal" + (goods.isEmpty() ? "" : " where not exists (select from lost)")
                + (goods.contains(GoodsPart.OVERSOLD) ? " and not exists (select from oversold)" : "");
        var stored = shape.parts().stream()
                .map(texts::get)
                .collect(Collectors.joining(",\n", Sql.SET_TENANT + "with ", result))
                .replace("${assignments}", NegotiationColumns.assignments(shape.aspects()))
                .replace("${written}", isTold(shape) ? TOLD : "exists (select from events)")
                .replace("${moves}", joined(goods, GoodsPart::moves, "select * from ", "\n    union all\n    ", ""))
                .replace("${still_held}", joined(goods, GoodsPart::stillHeld, "", " + ", "0"));
        return shape.isJoining() ? Joining.around(stored) : stored;
    }

    private static boolean isTold(Shape shape) {
        return shape.parts().contains(CommitPart.MESSAGES);
    }

    private static String joined(
            List<GoodsPart> goods,
            java.util.function.Function<GoodsPart, String> word,
            String before,
            String between,
            String none) {
        var all = goods.stream()
                .map(word)
                .filter(text -> !text.isEmpty())
                .map(text -> before + text)
                .collect(Collectors.joining(between));
        return all.isEmpty() ? none : all;
    }
}
