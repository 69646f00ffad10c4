package app.cerniq.adapters.postgres;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Instants go to the server with their type. As a timestamp of unknown type they make the driver prepare a text of several
 * statements in two transactions from the sixth time on: the tenant is set in the first, and nothing is visible in the
 * second.
 */
final class InstantArguments extends AbstractArgumentFactory<Instant> {

    InstantArguments() {
        super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        return (position, statement, context) ->
                statement.setObject(position, Micros.of(value).atOffset(ZoneOffset.UTC));
    }
}
