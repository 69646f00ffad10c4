package app.cerniq.benchmarks.replay;

import app.cerniq.adapters.postgres.PostgresStorage;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A real PostgreSQL with the library's schema that keeps what it promised: fsync and synchronous commit are on. */
public final class DurablePostgres implements AutoCloseable {

    static final String USER = "postgres";
    static final String DATABASE = "postgres";

    /** Assumed by every connection that is measured, so that row-level security binds both sides. */
    static final String OPTIONS = "-c role=cerniq_runtime";

    private final EmbeddedPostgres server;

    private DurablePostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one, with its schema. */
    public static DurablePostgres start() throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // A checkpoint in the middle of one round would be charged to one side only.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "8GB")
                .start();
        var postgres = new DurablePostgres(server);
        for (var setting : List.of("fsync", "synchronous_commit")) {
            postgres.mustBeOn(setting);
        }
        var owner = server.getPostgresDatabase();
        PostgresStorage.on(owner).migrate(owner);
        return postgres;
    }

    private void mustBeOn(String setting) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            if (!"on".equals(result.getString(1))) {
                throw new IllegalStateException(setting + " is " + result.getString(1) + ".");
            }
        }
    }

    int port() {
        return server.getPort();
    }

    /** Connections as a host would pool them. */
    public HikariDataSource pool(int size) {
        return pool(size, OPTIONS);
    }

    /** One connection to prepare a round with: its commits do not wait for the disk. */
    public HikariDataSource hasty() {
        return pool(1, OPTIONS + " -c synchronous_commit=off");
    }

    private HikariDataSource pool(int size, String options) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl(USER, DATABASE));
        config.addDataSourceProperty("options", options);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** Connections without a pool. */
    public DataSource plain() {
        return server.getDatabase(USER, DATABASE, Map.of("options", OPTIONS));
    }

    /** Writes everything out and gathers statistics, so that every round begins alike. */
    public void settle() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** Connections of the owner, whom row-level security does not bind. */
    public DataSource owner() {
        return server.getPostgresDatabase();
    }

    /** The one number that a question of the owner is answered with. */
    public long number(String sql, Object... values) throws SQLException {
        try (var connection = owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
