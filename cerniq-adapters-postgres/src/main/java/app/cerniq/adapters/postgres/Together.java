package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Statements that are kept together or not at all, whoever owns the transaction. */
final class Together {

    /** Unique and exclusion violations, serialization failures and deadlocks: somebody else was faster. */
    private static final Set<String> LOST_RACES = Set.of(Faults.UNIQUE_VIOLATION, "23P01", "40001", "40P01");

    private final Handle handle;
    private final TenantId tenant;

    Together(Handle handle, TenantId tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    boolean run(Database.Steps steps) throws SQLException {
        var connection = handle.getConnection();
        return connection.getAutoCommit() ? alone(connection, steps) : joining(connection, steps);
    }

    private boolean alone(Connection connection, Database.Steps steps) throws SQLException {
        connection.setAutoCommit(false);
        var isKept = false;
        try {
            isKept = attempt(steps);
            if (isKept) {
                connection.commit();
            }
            return isKept;
        } finally {
            if (!isKept) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private boolean joining(Connection connection, Database.Steps steps) throws SQLException {
        var before = connection.setSavepoint();
        var isKept = false;
        try {
            isKept = attempt(steps);
            return isKept;
        } finally {
            if (!isKept) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        }
    }

    private boolean attempt(Database.Steps steps) throws SQLException {
        try {
            handle.createQuery("select set_config('cerniq.tenant', :tenant, true)")
                    .bind("tenant", tenant.toString())
                    .mapTo(String.class)
                    .one();
            return steps.on(handle);
        } catch (JdbiException failed) {
            if (failed.getCause() instanceof SQLException cause
                    && LOST_RACES.contains(String.valueOf(cause.getSQLState()))) {
                return false;
            }
            throw failed;
        }
    }
}
