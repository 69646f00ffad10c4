package app.cerniq.examples.simulation;

import app.cerniq.testkit.simulation.OversellSimulation.Mishap;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Ends one of the engine's connections by force, wherever it is, every few times that it is called. Thread-safe. */
public final class ConnectionKiller implements Mishap {

    private static final int EVERY = 4;
    private static final String KILL = """
            select count(pg_terminate_backend(pid))
            from (
                select pid
                from pg_stat_activity
                where application_name = ? and pid <> pg_backend_pid()
                order by random()
                limit 1
            ) as victim
            """;

    private final DataSource owner;
    private final String name;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong killed = new AtomicLong();

    /**
     * A killer that spares everybody else.
     *
     * @param owner connections of somebody who may end the engine's
     * @param name what the database calls the engine's connections
     */
    public ConnectionKiller(DataSource owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    @Override
    public void happen() {
        if (calls.incrementAndGet() % EVERY != 0) {
            return;
        }
        try (var connection = owner.getConnection();
                var statement = connection.prepareStatement(KILL)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                killed.addAndGet(rows.getLong(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("Cannot end a connection: " + broken.getMessage(), broken);
        }
    }

    /** How many connections were ended. */
    public long killed() {
        return killed.get();
    }
}
