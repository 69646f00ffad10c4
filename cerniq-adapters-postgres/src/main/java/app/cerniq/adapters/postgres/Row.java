package app.cerniq.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, in our types; does not move it. */
record Row(ResultSet result) {

    boolean has(String column) throws SQLException {
        return result.getObject(column) != null;
    }

    String text(String column) throws SQLException {
        return require(column, result.getString(column));
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) require(column, result.getArray(column)).getArray());
    }

    UUID uuid(String column) throws SQLException {
        return require(column, result.getObject(column, UUID.class));
    }

    Optional<UUID> maybeUuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    BigDecimal decimal(String column) throws SQLException {
        return require(column, result.getBigDecimal(column));
    }

    Optional<BigDecimal> maybeDecimal(String column) throws SQLException {
        return Optional.ofNullable(result.getBigDecimal(column));
    }

    Instant instant(String column) throws SQLException {
        return require(column, result.getObject(column, OffsetDateTime.class)).toInstant();
    }

    Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    LocalDate date(String column) throws SQLException {
        return require(column, result.getObject(column, LocalDate.class));
    }

    Optional<LocalDate> maybeDate(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDate.class));
    }

    /** A json column; an empty list where it is null, which is what an aggregate over nothing gives. */
    JsonNode tree(String column) throws SQLException {
        return maybeTree(column).orElseGet(() -> Json.mapper().createArrayNode());
    }

    Optional<JsonNode> maybeTree(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).map(Json::tree);
    }

    private static <T> T require(String column, @Nullable T value) throws SQLException {
        if (value == null) { // from JDBC, which knows no other nothing
            throw new SQLException("Column " + column + " is null, which the schema forbids.");
        }
        return value;
    }
}
