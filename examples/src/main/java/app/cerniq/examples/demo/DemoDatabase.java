package app.cerniq.examples.demo;

import app.cerniq.domain.shared.InvalidValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A PostgreSQL to play on: one that is started for the demo and gone after it, or one that is there already. */
public final class DemoDatabase implements AutoCloseable {

    private static final long CONNECT_MILLIS = 5_000;

    private final Optional<EmbeddedPostgres> started;
    private final String url;

    private DemoDatabase(Optional<EmbeddedPostgres> started, String url) {
        this.started = started;
        this.url = url;
    }

    /** Starts PostgreSQL 18 from its real binaries in a temporary folder, on a free port of this machine. */
    public static DemoDatabase start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            return new DemoDatabase(Optional.of(server), server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + broken.getMessage(), broken);
        }
    }

    /** Uses the database behind a JDBC URL; refuses one that is not PostgreSQL's. */
    public static Either<InvalidValue, DemoDatabase> at(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:")
                ? Either.right(new DemoDatabase(Optional.empty(), jdbcUrl))
                : Either.left(new InvalidValue("JDBC URL", jdbcUrl, "jdbc:postgresql://host:port/database"));
    }

    /** The URL without user and password. */
    public String address() {
        return url.replaceAll("[?&].*", "");
    }

    /** Connections of whoever owns the schema: for the migration alone. */
    HikariDataSource owner() {
        return new HikariDataSource(pool());
    }

    /** Connections of the role that runs the engine and owns nothing. */
    HikariDataSource runtime(String role) {
        var pool = pool();
        pool.addDataSourceProperty("options", "-c role=" + role);
        return new HikariDataSource(pool);
    }

    private HikariConfig pool() {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(CONNECT_MILLIS);
        pool.setInitializationFailTimeout(-1); // the engine says better what is wrong
        return pool;
    }

    @Override
    public void close() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }
}
