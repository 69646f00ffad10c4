package app.cerniq.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database on the one server of this JVM. */
final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database without our schema. */
    static TestDatabase empty() {
        return create("");
    }

    private static TestDatabase create(String from) {
        var database = new TestDatabase("test_" + COUNT.incrementAndGet());
        try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database.name + from);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return database;
    }

    /** A database with our schema in it, and a {@link Neighbour} whom no test may touch. */
    static TestDatabase migrated() {
        var database = copyOf(WithNeighbour.TEMPLATE);
        Neighbour.movesInto(database);
        return database;
    }

    /** A database with our schema in it, and nobody there; for tests that are about all tenants at once. */
    static TestDatabase alone() {
        return copyOf(Alone.TEMPLATE);
    }

    /** A copy is made in a tenth of the time that the migration takes. */
    private static TestDatabase copyOf(TestDatabase template) {
        return create(" template " + template.name);
    }

    /** The superuser, who owns everything. */
    PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** The role that the program runs as, without a pool. */
    PGSimpleDataSource plainRuntime() {
        var source = owner();
        source.setOptions("-c role=cerniq_runtime");
        return source;
    }

    /** The role that the program runs as, from a pool as a host would have one. */
    DataSource runtime() {
        return pooled("-c role=cerniq_runtime");
    }

    /** The superuser, with triggers asleep: for rows that cannot come about otherwise. */
    DataSource unguarded() {
        return pooled("-c session_replication_role=replica");
    }

    /** As {@link #runtime}, with one connection whose round trips {@link CountingSockets} counts. */
    DataSource throughCountingSockets() {
        var source = plainRuntime();
        source.setSocketFactory(CountingSockets.class.getName());
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    String url() {
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    private DataSource pooled(String options) {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.addDataSourceProperty("options", options);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** With our schema in it; nobody may be connected while it is copied. */
    private static final class Alone {

        static final TestDatabase TEMPLATE = migrate();

        private static TestDatabase migrate() {
            var database = empty();
            PostgresStorage.on(database.owner()).migrate(database.owner());
            return database;
        }
    }

    private static final class WithNeighbour {

        static final TestDatabase TEMPLATE = settle();

        private static TestDatabase settle() {
            var database = alone();
            Neighbour.settlesIn(database);
            return database;
        }
    }

    private static final class Server {

        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                checkVersion(server);
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** That the build put the release on the class path that it says it tests; an IDE says nothing. */
        private static void checkVersion(EmbeddedPostgres server) {
            var wanted = System.getProperty("postgres.version", "");
            try (var connection = server.getPostgresDatabase().getConnection()) {
                var found = connection.getMetaData().getDatabaseProductVersion();
                if (!wanted.startsWith(found) && !wanted.isEmpty()) {
                    throw new IllegalStateException("PostgreSQL " + found + " runs instead of " + wanted + ".");
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
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
