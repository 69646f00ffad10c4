package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.WakeUp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Listens on the channel of the outbox, on a connection of its own. One listener of all is on watch: it holds a lock that
 * every writer tries to share, and whoever cannot share it notifies. Off watch, messages are found by asking again soon.
 */
final class PostgresWakeUp implements WakeUp {

    /** How soon somebody who is not on watch asks again. */
    private static final Duration OFF_WATCH = Duration.ofMillis(200);

    /** How soon somebody on watch notices that the thread is to stop. */
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final Sql sql;

    PostgresWakeUp(DataSource dataSource, Sql sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    @Override
    public Listening listen() {
        return new Ear();
    }

    private final class Ear implements Listening {

        private Optional<Connection> line = Optional.empty();
        private boolean isOnWatch;

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            try {
                return hear(line.isPresent() ? line.get() : connect(), atMost);
            } catch (SQLException lost) {
                // Whoever asks the store next is told what is wrong with it; here it is tried again soon.
                hangUp();
                Thread.sleep(Math.min(atMost.toMillis(), OFF_WATCH.toMillis()));
                return false;
            }
        }

        private boolean hear(Connection connection, Duration atMost) throws SQLException, InterruptedException {
            if (!isOnWatch) {
                isOnWatch = is(connection, "select pg_try_advisory_lock(hashtext('${schema}.outbox'), 12)");
                if (isOnWatch) {
                    // Whoever wrote before this is seen by asking once more, whoever writes after it notifies.
                    return true;
                }
                Thread.sleep(Math.min(atMost.toMillis(), OFF_WATCH.toMillis()));
                return false;
            }
            if (!isTold(connection.unwrap(PGConnection.class), Math.max(1, atMost.toMillis()))) {
                return false;
            }
            isOnWatch = !is(connection, "select pg_advisory_unlock(hashtext('${schema}.outbox'), 12)");
            return true;
        }

        /** Reading from a socket is not interrupted, so it is looked up from now and then; that asks the server nothing. */
        private boolean isTold(PGConnection connection, long millis) throws SQLException, InterruptedException {
            for (var left = millis; left > 0; left -= LOOK_UP.toMillis()) {
                var notices = connection.getNotifications((int) Math.min(left, LOOK_UP.toMillis()));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (notices != null && notices.length > 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean is(Connection connection, String question) throws SQLException {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(sql.text(question))) {
                return answer.next() && answer.getBoolean(1);
            }
        }

        private Connection connect() throws SQLException {
            var fresh = dataSource.getConnection();
            fresh.setAutoCommit(true);
            try (var statement = fresh.createStatement()) {
                statement.execute(sql.text("listen ${schema}_outbox"));
            }
            line = Optional.of(fresh);
            isOnWatch = false;
            return fresh;
        }

        /** Gives the connection back as it came; a pool hands it to others. */
        private void hangUp() {
            line.ifPresent(connection -> {
                try (connection) {
                    if (!connection.isClosed()) {
                        try (var statement = connection.createStatement()) {
                            statement.execute("unlisten *; select pg_advisory_unlock_all()");
                        }
                    }
                } catch (SQLException alsoLost) {
                    // It was cut already.
                }
            });
            line = Optional.empty();
            isOnWatch = false;
        }

        @Override
        public void close() {
            hangUp();
        }
    }
}
