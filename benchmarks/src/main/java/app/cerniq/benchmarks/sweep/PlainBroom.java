package app.cerniq.benchmarks.sweep;

import app.cerniq.benchmarks.replay.Deals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;

/** The same work as the library's sweep, as one would write it in SQL; over JDBC, prepared once. */
final class PlainBroom implements Broom, AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private final OffsetDateTime at;

    PlainBroom(Connection connection, OffsetDateTime at) throws IOException, SQLException {
        this.connection = connection;
        this.at = at;
        try (var in = Objects.requireNonNull(PlainBroom.class.getResourceAsStream("plain.sql"));
                var tenant = connection.prepareStatement("select set_config('cerniq.tenant', ?, false)")) {
            tenant.setString(1, Deals.TENANT.toString());
            tenant.execute();
            this.statement = connection.prepareStatement(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public int sweep(int limit) throws SQLException {
        statement.setObject(1, Deals.TENANT.value());
        statement.setObject(2, at);
        statement.setInt(3, limit);
        for (var slot = 4; slot <= 7; slot++) {
            statement.setObject(slot, at);
        }
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
