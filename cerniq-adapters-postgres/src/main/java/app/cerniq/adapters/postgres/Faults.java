package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.StorageUnavailable;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What went wrong in SQL, in words that help: the world failed, the caller's value cannot be kept, or we have a bug. */
final class Faults {

    static final String UNIQUE_VIOLATION = "23505";
    static final String FOREIGN_KEY_VIOLATION = "23503";

    private Faults() {}

    static RuntimeException of(String what, Exception failed, DataSource dataSource) {
        var cause = sqlException(failed);
        if (cause == null || cause.getSQLState() == null) {
            return new StorageUnavailable(
                    "Cannot " + what + " at " + Address.of(dataSource) + ": " + reason(failed), failed);
        }
        var state = cause.getSQLState();
        var detail = what + " (SQL state " + state + "): " + reason(cause);
        return switch (state.substring(0, 2)) {
            case "08" -> new StorageUnavailable("Cannot reach " + Address.of(dataSource) + " to " + detail, failed);
            case "22" -> new IllegalArgumentException("PostgreSQL cannot keep a value given to " + detail, failed);
            case "23" -> new IllegalStateException("The database refused to " + detail, failed);
            default -> new StorageUnavailable("Could not " + detail, failed);
        };
    }

    /** What lies at the bottom of a failure, in one line: pools and migrations wrap it in words of their own. */
    static String reason(Throwable failed) {
        var deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return message.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    /** The name of the constraint that was violated; empty where none was. */
    static String constraint(SQLException failed) {
        return failed instanceof PSQLException told ? constraint(told.getServerErrorMessage()) : "";
    }

    private static String constraint(@Nullable ServerErrorMessage message) { // null: the driver's own errors
        return message == null || message.getConstraint() == null ? "" : message.getConstraint();
    }

    private static @Nullable SQLException sqlException(Throwable failed) { // null: no SQL was involved
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
