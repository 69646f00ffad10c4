package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.StorageUnavailable;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What went wrong in SQL, in words that help: the world failed, the caller's value cannot be kept, or we have a bug.
 *
 * <p>Exceptions end in logs, so no value that somebody gave is in them. PostgreSQL repeats whole rows in its details and
 * values in its messages, and JDBI the arguments of a statement; that is why their exceptions are no causes of ours.
 */
final class Faults {

    static final String UNIQUE_VIOLATION = "23505";
    static final String FOREIGN_KEY_VIOLATION = "23503";

    private Faults() {}

    static RuntimeException of(String what, Exception failed, DataSource dataSource) {
        var cause = sqlException(failed);
        var told = withoutValues(failed);
        if (cause == null || cause.getSQLState() == null) {
            return new StorageUnavailable(
                    "Cannot " + what + " at " + Address.of(dataSource) + ": " + reason(failed), told);
        }
        var state = cause.getSQLState();
        var detail = what + " (SQL state " + state + "): " + reason(cause);
        return switch (state.substring(0, 2)) {
            case "08" -> new StorageUnavailable("Cannot reach " + Address.of(dataSource) + " to " + detail, told);
            case "22" -> new IllegalArgumentException("PostgreSQL cannot keep a value given to " + detail, told);
            case "23" -> new IllegalStateException("The database refused to " + detail, told);
            default -> new StorageUnavailable("Could not " + detail, told);
        };
    }

    /** The failure with its state, its place in the code and {@link #reason}, and nothing that it was told. */
    static SQLException withoutValues(Throwable failed) {
        var cause = sqlException(failed);
        var told = new SQLException(
                (cause == null ? failed : cause).getClass().getName() + ": " + reason(failed),
                cause == null ? null : cause.getSQLState(),
                cause == null ? 0 : cause.getErrorCode());
        told.setStackTrace((cause == null ? failed : cause).getStackTrace());
        return told;
    }

    /** What lies at the bottom of a failure, in one line: pools and migrations wrap it in words of their own. */
    static String reason(Throwable failed) {
        var deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = words(deepest);
        return Address.withoutSecrets(message).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String words(Throwable failed) {
        if (failed instanceof PSQLException told && told.getServerErrorMessage() != null) {
            return words(told.getServerErrorMessage(), String.valueOf(told.getSQLState()));
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    /** The server's message without its detail; of what it says of a bad value, only up to where the value stands. */
    private static String words(ServerErrorMessage told, String state) {
        var message = String.valueOf(told.getMessage());
        return told.getSeverity() + ": " + (state.startsWith("22") ? message.replaceFirst("[:(].*", "") : message);
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
