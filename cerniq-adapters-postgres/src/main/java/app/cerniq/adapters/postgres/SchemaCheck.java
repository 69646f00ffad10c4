package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the schema is the one this code was written for, and the role one that row-level security binds. */
final class SchemaCheck {

    private static final String ROLE = """
            select current_user::text, rolsuper or rolbypassrls, to_regclass(?) is not null, current_database()::text
            from pg_catalog.pg_roles
            where rolname = current_user
            """;

    private SchemaCheck() {}

    static void check(Connection connection, Sql sql) throws SQLException {
        try (var statement = connection.prepareStatement(ROLE)) {
            statement.setString(1, sql.schema() + ".schema_version");
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(2)) {
                    throw tooMighty(row.getString(1), sql);
                }
                checkVersion(connection, sql, row.getBoolean(3), row.getString(4));
            }
        }
    }

    private static void checkVersion(Connection connection, Sql sql, boolean isThere, String database)
            throws SQLException {
        var found = isThere ? version(connection, sql) : 0;
        if (found != Migrations.VERSION) {
            throw new StorageUnavailable("Schema " + sql.schema() + " of database " + database + " is "
                    + (found == 0 ? "not there" : "at version " + found) + "; version " + Migrations.VERSION
                    + " is expected. Call PostgresStorage.migrate(owner), or let a DBA run what"
                    + " PostgresStorage.ddl() prints.");
        }
    }

    /** The version of the schema, 0 where there is none. */
    static int version(DataSource owner, Sql sql) {
        try (var connection = owner.getConnection();
                var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, sql.schema() + ".schema_version");
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? version(connection, sql) : 0;
            }
        } catch (SQLException failed) {
            throw Faults.of("read the version of schema " + sql.schema(), failed, owner);
        }
    }

    private static int version(Connection connection, Sql sql) throws SQLException {
        var select = sql.text("select coalesce(max(version), 0) from ${schema}.schema_version");
        try (var statement = connection.prepareStatement(select);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static StorageUnavailable tooMighty(String role, Sql sql) {
        return new StorageUnavailable("Role " + role + " is a superuser or bypasses row-level security, so it could"
                + " read every tenant. Connect as " + sql.runtimeRole() + ", for example with the connection property"
                + " options=\"-c role=" + sql.runtimeRole() + "\", or as another role that was granted it.");
    }
}
