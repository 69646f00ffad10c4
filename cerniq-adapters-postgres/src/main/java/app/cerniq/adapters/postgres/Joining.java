package app.cerniq.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** In the host's transaction, a write of ours that is refused must take back itself and nothing else. */
final class Joining {

    private static final String JOIN = "savepoint cerniq_write;\n";
    private static final String LEAVE = ";\nrelease savepoint cerniq_write";
    private static final String TAKE_BACK = "rollback to savepoint cerniq_write; release savepoint cerniq_write";

    private Joining() {}

    /** The same statements, behind a savepoint; there is one more result before theirs. */
    static String around(String statements) {
        return JOIN + statements + LEAVE;
    }

    /** Takes back what a failed write left, so that the connection can be used again. */
    static void takeBack(Connection connection, SQLException failed) {
        try {
            if (!connection.getAutoCommit()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(TAKE_BACK);
                }
            }
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
