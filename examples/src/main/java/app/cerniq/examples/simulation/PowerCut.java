package app.cerniq.examples.simulation;

import app.cerniq.simulator.world.Participant;
import app.cerniq.simulator.world.Turn;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Ends all connections of the engines at once, between any two calls of whoever is at work. */
public final class PowerCut implements Participant {

    private static final String KILL = """
            select count(pg_terminate_backend(pid))
            from pg_stat_activity
            where application_name = ? and pid <> pg_backend_pid()
            """;

    private final DataSource owner;
    private final String name;

    /**
     * A cut that spares everybody else.
     *
     * @param owner connections of somebody who may end the engines'
     * @param name what the database calls the engines' connections
     */
    public PowerCut(DataSource owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    @Override
    public String name() {
        return "power cut";
    }

    @Override
    public int weight() {
        return 30;
    }

    @Override
    public void act(Turn turn) {
        try (var connection = owner.getConnection();
                var statement = connection.prepareStatement(KILL)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                turn.say("ends " + rows.getLong(1) + " connections");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("Cannot end connections: " + broken.getMessage(), broken);
        }
    }
}
