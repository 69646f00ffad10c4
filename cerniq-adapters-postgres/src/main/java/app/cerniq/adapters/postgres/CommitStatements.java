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

    private final Map<CommitPart, String> texts = new EnumMap<>(CommitPart.class);
    private final Map<Set<CommitPart>, String> alone = new ConcurrentHashMap<>();
    private final Map<Set<CommitPart>, String> joining = new ConcurrentHashMap<>();

    CommitStatements(Sql sql) {
        for (var part : CommitPart.values()) {
            texts.put(
                    part,
                    sql.file(part.file())
                            .replace("${assignments}", NegotiationColumns.assignments())
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
        var parts = EnumSet.noneOf(CommitPart.class);
        for (var part : CommitPart.values()) {
            if (part.isIn(written)) {
                parts.add(part);
            }
        }
        var isJoining = !connection.getAutoCommit();
        try (var statement = connection.prepareStatement(text(parts, isJoining))) {
            var slots = new Slots(statement).text(written.deal().id().tenant().toString());
            for (var part : parts) {
                part.fill(slots, written);
            }
            statement.execute();
            return storedRows(statement, isJoining ? 2 : 1) == 1;
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

    private String text(Set<CommitPart> parts, boolean isJoining) {
        return isJoining
                ? joining.computeIfAbsent(parts, key -> JOINING + compose(key) + JOINED)
                : alone.computeIfAbsent(parts, this::compose);
    }

    private String compose(Set<CommitPart> parts) {
        return parts.stream()
                .map(texts::get)
                .collect(Collectors.joining(",\n", Sql.SET_TENANT + "with ", "\nselect count(*) from deal"));
    }
}
