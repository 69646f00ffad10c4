package app.cerniq.adapters.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The statements that store a commit: one data-modifying statement, put together of the parts that the commit has. There
 * are about as many as there are kinds of commands, so each stays prepared on the server.
 */
final class CommitStatements {

    /** In the host's transaction a refused commit must take back its own writes and nothing else. */
    private static final String JOINING = "savepoint cerniq_commit;\n";

    private static final String JOINED = ";\nrelease savepoint cerniq_commit";
    static final String TAKE_BACK = "rollback to savepoint cerniq_commit; release savepoint cerniq_commit";

    /** What makes one statement differ from another. */
    private record Shape(Set<CommitPart> parts, Set<Aspect> aspects, boolean isJoining) {

        static Shape of(Written written, boolean isJoining) {
            var parts = EnumSet.noneOf(CommitPart.class);
            for (var part : CommitPart.values()) {
                if (part.isIn(written)) {
                    parts.add(part);
                }
            }
            return new Shape(parts, written.aspects(), isJoining);
        }
    }

    private final Map<CommitPart, String> texts = new EnumMap<>(CommitPart.class);
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    CommitStatements(Sql sql) {
        for (var part : CommitPart.values()) {
            texts.put(
                    part,
                    sql.file(part.file())
                            .replace("${names}", NegotiationColumns.names())
                            .replace("${marks}", NegotiationColumns.marks()));
        }
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
        var stored = shape.parts().stream()
                .map(texts::get)
                .collect(Collectors.joining(",\n", Sql.SET_TENANT + "with ", "\nselect count(*) from deal"))
                .replace("${assignments}", NegotiationColumns.assignments(shape.aspects()));
        return shape.isJoining() ? JOINING + stored + JOINED : stored;
    }
}
