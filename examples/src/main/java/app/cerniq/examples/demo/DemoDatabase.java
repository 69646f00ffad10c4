package app.cerniq.examples.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL to play on: one that is started for the demo and gone after it, or one that is there already. */
public final class DemoDatabase implements AutoCloseable {

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

    /** Uses the database behind a JDBC URL. */
    public static DemoDatabase at(String jdbcUrl) {
        return new DemoDatabase(Optional.empty(), jdbcUrl);
    }

    /** The URL without user and password. */
    public String address() {
        return url.replaceAll("[?&].*", "");
    }

    /** Connections of whoever owns the schema: for the migration alone. */
    DataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** Connections of the role that runs the engine and owns nothing. */
    HikariDataSource runtime(String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.addDataSourceProperty("options", "-c role=" + role);
        config.setMaximumPoolSize(4);
        config.setPoolName("cerniq-demo");
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }
}
