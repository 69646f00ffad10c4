package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.ActorRef;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The question marks of one statement, filled from left to right. */
final class Slots {

    private final PreparedStatement statement;
    private int next = 1;

    Slots(PreparedStatement statement) {
        this.statement = statement;
    }

    Slots text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    Slots text(Optional<String> value) throws SQLException {
        return value.isPresent() ? text(value.get()) : none("varchar");
    }

    Slots texts(Collection<String> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf("text", values.toArray(String[]::new)));
        return this;
    }

    Slots maybeTexts(Collection<Optional<String>> values) throws SQLException {
        var texts = new Object[values.size()];
        var next = 0;
        for (var value : values) {
            texts[next++] = value.orElse(null);
        }
        statement.setArray(this.next++, statement.getConnection().createArrayOf("text", texts));
        return this;
    }

    /** Kind, id and label of somebody. */
    Slots actor(ActorRef actor) throws SQLException {
        return text(actor.kind().word()).uuid(actor.id()).text(actor.label());
    }

    Slots uuids(Collection<UUID> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf("uuid", values.toArray(UUID[]::new)));
        return this;
    }

    Slots decimals(Collection<BigDecimal> values) throws SQLException {
        statement.setArray(
                next++, statement.getConnection().createArrayOf("numeric", values.toArray(BigDecimal[]::new)));
        return this;
    }

    Slots uuid(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Slots uuid(Optional<UUID> value) throws SQLException {
        return value.isPresent() ? uuid(value.get()) : none("uuid");
    }

    Slots number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Slots number(Optional<Long> value) throws SQLException {
        return value.isPresent() ? number(value.get()) : none("bigint");
    }

    Slots decimal(BigDecimal value) throws SQLException {
        statement.setBigDecimal(next++, value);
        return this;
    }

    Slots decimal(Optional<BigDecimal> value) throws SQLException {
        return value.isPresent() ? decimal(value.get()) : none("numeric");
    }

    Slots flags(Collection<Boolean> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf("bool", values.toArray(Boolean[]::new)));
        return this;
    }

    Slots flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    Slots instant(Instant value) throws SQLException {
        statement.setObject(next++, Micros.of(value).atOffset(ZoneOffset.UTC));
        return this;
    }

    Slots instant(Optional<Instant> value) throws SQLException {
        return value.isPresent() ? instant(value.get()) : none("timestamptz");
    }

    Slots date(Optional<LocalDate> value) throws SQLException {
        return value.isPresent() ? date(value.get()) : none("date");
    }

    Slots date(LocalDate value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    /** A value as jsonb. */
    Slots json(Object value) throws SQLException {
        statement.setObject(next++, Json.write(value), Types.OTHER);
        return this;
    }

    // Always of the same type as the value would be: another type would make the server plan the statement again.
    private Slots none(String type) throws SQLException {
        statement.setNull(next++, Types.OTHER, type);
        return this;
    }
}
