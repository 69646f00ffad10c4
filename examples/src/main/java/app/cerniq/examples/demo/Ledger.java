package app.cerniq.examples.demo;

import app.cerniq.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain questions to the database, asked under row security like everybody else's. */
final class Ledger {

    private static final String NOT_ALLOWED = "42501";

    private final DataSource database;
    private final String schema;

    Ledger(DataSource database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** One number, as the given tenant sees it; an empty tenant sees what nobody sees. */
    long count(Optional<TenantId> tenant, String sql) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            actAs(connection, tenant);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(in(sql))) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("Cannot ask the database: " + broken.getMessage(), broken);
        }
    }

    /** Whether the database itself refuses a statement; throws where it does not even understand it. */
    boolean refuses(TenantId tenant, String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            actAs(connection, Optional.of(tenant));
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(in(sql));
                return false;
            } catch (SQLException refused) {
                if (isMisunderstood(refused)) {
                    throw refused;
                }
                return true;
            } finally {
                connection.rollback();
            }
        }
    }

    /** SQL state 42 is a statement that makes no sense, unless it is one that may not be made. */
    private static boolean isMisunderstood(SQLException refused) {
        return refused.getSQLState().startsWith("42") && !refused.getSQLState().equals(NOT_ALLOWED);
    }

    private String in(String sql) {
        return sql.replace("${schema}", schema);
    }

    private static void actAs(Connection connection, Optional<TenantId> tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('cerniq.tenant', ?, true)")) {
            statement.setString(1, tenant.map(TenantId::toString).orElse(""));
            statement.execute();
        }
    }
}
