package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.Schedules;
import app.cerniq.testkit.contract.SchedulesContract;
import app.cerniq.testkit.time.MovableClock;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresSchedulesIT implements SchedulesContract {

    private static TestDatabase database;
    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
    }

    @BeforeEach
    void forgetAllRuns() throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from cerniq.scheduled_tasks");
        }
    }

    @Override
    public Schedules schedules(MovableClock clock) {
        return PostgresSchedules.of(storage, clock);
    }
}
