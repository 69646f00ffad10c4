package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.simulation.Course;
import app.cerniq.testkit.simulation.OversellSimulation;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixteen sellers, few goods, clocks that jump by five seconds, and connections killed in the middle. */
@Timeout(600)
class OversellIT {

    /** {@code -Dcerniq.oversell.operations=10000000} for a longer look. */
    private static final long OPERATIONS = Long.getLong("cerniq.oversell.operations", 50_000);

    private static final String KILL_ONE = """
            select pg_terminate_backend(pid)
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
            order by random()
            limit 1
            """;

    @Test
    void nothing_is_sold_twice_and_nothing_leaks_although_connections_die() {
        var database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        var killer = new Killer(database.owner());
        var course = Course.of(OPERATIONS, 20_261_121);

        var report = new OversellSimulation(
                        storage, new CountedIds(9), course, Clock.systemUTC(), killer::kill, left -> {})
                .run();

        assertThat(report.faults()).isEmpty();
        assertThat(report.operations()).isEqualTo(OPERATIONS);
        assertThat(report.sold()).isPositive();
        assertThat(report.refused()).containsKeys("NOT_ENOUGH_STOCK", "STALE_VERSION");
        assertThat(killer.killed()).isPositive();
    }

    /** Kills one of the connections that are at work; one at a time, so that it never kills another killer. */
    private static final class Killer {

        private final DataSource owner;
        private final AtomicInteger killed = new AtomicInteger();

        Killer(DataSource owner) {
            this.owner = owner;
        }

        synchronized void kill() {
            try (var connection = owner.getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery(KILL_ONE)) {
                if (result.next()) {
                    killed.incrementAndGet();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        int killed() {
            return killed.get();
        }
    }
}
