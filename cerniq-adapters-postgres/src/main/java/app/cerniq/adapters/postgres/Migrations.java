package app.cerniq.adapters.postgres;

import app.cerniq.ports.shared.StorageUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The scripts that make the schema; a script that was released never changes. */
final class Migrations {

    /** What the code of this release expects; also the number of the last script. */
    static final int VERSION = 19;

    private static final List<String> SCRIPTS = List.of(
            "V1__tenants_and_catalogue.sql",
            "V2__negotiations.sql",
            "V3__quotes_and_discounts.sql",
            "V4__journal.sql",
            "V5__guards.sql",
            "V6__price_guards.sql",
            "V7__row_security.sql",
            "V8__catalogue.sql",
            "V9__pricing.sql",
            "V10__stock.sql",
            "V11__search.sql",
            "V12__events.sql",
            "V13__timers.sql",
            "V14__sagas.sql",
            "V15__privacy.sql",
            "V16__safety.sql",
            "V19__guardrails.sql");

    private final Sql sql;

    Migrations(Sql sql) {
        this.sql = sql;
    }

    /** Brings the schema to this release; a schema that a DBA made with {@link #ddl} is taken over as it is. */
    void migrate(DataSource owner) {
        var byHand = SchemaCheck.version(owner, sql);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:app/cerniq/adapters/postgres/migrations")
                    .schemas(sql.schema())
                    .defaultSchema(sql.schema())
                    .createSchemas(true)
                    .table("cerniq_schema_history")
                    .placeholders(Map.of("schema", sql.schema(), "runtimeRole", sql.runtimeRole()))
                    .cleanDisabled(true)
                    // Only ever true for a schema that has our tables and not Flyway's.
                    .baselineOnMigrate(byHand > 0)
                    .baselineVersion(String.valueOf(byHand))
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StorageUnavailable(
                    "Cannot migrate schema " + sql.schema() + " at " + Address.of(owner) + ": " + Faults.reason(failed),
                    Faults.withoutValues(failed));
        }
    }

    /** Everything in one script, for whoever runs it by hand. */
    String ddl() {
        return SCRIPTS.stream()
                .map(script -> "-- " + script + "\n\n" + sql.text(Sql.read("migrations/" + script)))
                .collect(Collectors.joining(
                        "\n", sql.text("begin;\n\ncreate schema if not exists ${schema};\n\n"), "\ncommit;\n"));
    }

    /** Another script, which needs an extension that not every server has, and is no part of the schema's version. */
    String semanticDdl() {
        return sql.text("begin;\n\n" + Sql.read("semantic-search.sql") + "\ncommit;\n");
    }
}
