package app.cerniq.examples.postgres;

import app.cerniq.domain.shared.InvalidValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A PostgreSQL to play on: one that is started here and gone afterwards, or one that is there already. */
public final class PlayPostgres implements AutoCloseable {

    /** Enough for whoever works alone; a migration needs two. */
    static final int FEW = 4;

    private static final long CONNECT_MILLIS = 5_000;

    private final Optional<EmbeddedPostgres> started;
    private final String url;

    private PlayPostgres(Optional<EmbeddedPostgres> started, String url) {
        this.started = started;
        this.url = url;
    }

    /** Starts PostgreSQL 18 from its real binaries in a temporary folder, on a free port of this machine. */
    public static PlayPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            return new PlayPostgres(Optional.of(server), server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + broken.getMessage(), broken);
        }
    }

    /** Uses the database behind a JDBC URL; refuses one that is not PostgreSQL's. */
    public static Either<InvalidValue, PlayPostgres> at(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:")
                ? Either.right(new PlayPostgres(Optional.empty(), jdbcUrl))
                : Either.left(new InvalidValue("JDBC URL", jdbcUrl, "jdbc:postgresql://host:port/database"));
    }

    /** The URL as the driver needs it. */
    public String url() {
        return url;
    }

    /** The URL without user and password. */
    public String address() {
        return url.replaceAll("[?&].*", "");
    }

    /** Connections of whoever owns the schema: for the migration, and for what only an owner may do. */
    public HikariDataSource owner() {
        return new HikariDataSource(pool(FEW));
    }

    /**
     * Connections of the role that runs the engine and owns nothing.
     *
     * @param name what the database calls these connections
     */
    HikariDataSource runtime(String role, int connections, String name) {
        var pool = pool(connections);
        pool.addDataSourceProperty("options", "-c role=" + role);
        pool.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(pool);
    }

    private HikariConfig pool(int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
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
