package app.cerniq.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database on the one server of this JVM. */
final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database without our schema. */
    static TestDatabase empty() {
        var database = new TestDatabase("test_" + COUNT.incrementAndGet());
        try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database.name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return database;
    }

    /** A database with our schema in it. */
    static TestDatabase migrated() {
        var database = empty();
        PostgresStorage.on(database.runtime()).migrate(database.owner());
        return database;
    }

    /** As the superuser, who owns everything. */
    DataSource owner() {
        return source();
    }

    /** As the role that the program runs as. */
    DataSource runtime() {
        var source = source();
        source.setOptions("-c role=cerniq_runtime");
        return source;
    }

    String url() {
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    private PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** As the superuser, with triggers and foreign keys asleep: for rows that cannot come about otherwise. */
    Connection withoutGuards() throws SQLException {
        var connection = owner().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    private static final class Server {

        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
