package app.cerniq.examples.postgres;

import app.cerniq.adapters.postgres.PostgresStorage;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The engine's store in one schema of a database, with the connections that it runs on. */
public final class Installation implements AutoCloseable {

    private final HikariDataSource runtime;
    private final PostgresStorage storage;

    private Installation(HikariDataSource runtime, PostgresStorage storage) {
        this.runtime = runtime;
        this.storage = storage;
    }

    /** The role that the engine of a schema runs as, unless its owner named another. */
    public static String roleOf(String schema) {
        return schema + "_runtime";
    }

    /** Makes the schema or brings it to this release, and opens it. */
    public static Installation made(PlayPostgres database, String schema) {
        return made(database, schema, PlayPostgres.FEW, "cerniq");
    }

    /**
     * Makes the schema or brings it to this release, and opens it.
     *
     * @param connections at most so many at the same time
     * @param name what the database calls these connections
     */
    public static Installation made(PlayPostgres database, String schema, int connections, String name) {
        var role = roleOf(schema);
        try (var owner = database.owner()) {
            storage(owner, schema, role).migrate(owner);
        }
        return open(database.runtime(role, connections, name), schema, role);
    }

    /** Opens a schema that is there; changes nothing about it. */
    public static Installation found(PlayPostgres database, String schema, String role) {
        return open(database.runtime(role, PlayPostgres.FEW, "cerniq"), schema, role);
    }

    private static Installation open(HikariDataSource runtime, String schema, String role) {
        var installation = new Installation(runtime, storage(runtime, schema, role));
        try {
            installation.storage.validate();
            return installation;
        } catch (RuntimeException unusable) {
            installation.close();
            throw unusable;
        }
    }

    private static PostgresStorage storage(DataSource source, String schema, String role) {
        return PostgresStorage.builder(source).schema(schema).runtimeRole(role).build();
    }

    public PostgresStorage storage() {
        return storage;
    }

    /** Connections of the role that owns nothing. */
    public DataSource connections() {
        return runtime;
    }

    @Override
    public void close() {
        runtime.close();
    }
}
