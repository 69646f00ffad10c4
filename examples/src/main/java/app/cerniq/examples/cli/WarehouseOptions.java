package app.cerniq.examples.cli;

import app.cerniq.application.Cerniq;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.examples.stock.OpeningStock;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import app.cerniq.rules.DroolsPolicies;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which warehouse is meant: a tenant's in a database, or one that is made up on the spot. */
final class WarehouseOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    // All four are null where the option was left out, as picocli has it.
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Work in this database, which has to be set up; without it, a PostgreSQL is started with "
                    + "the goods that ship with the examples.")
    private @Nullable String jdbcUrl;

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema there; cerniq if left out.")
    private @Nullable String schema;

    @Option(
            names = "--runtime-role",
            paramLabel = "NAME",
            description = "The role to act as there; the schema's name and _runtime if left out.")
    private @Nullable String runtimeRole;

    @Option(
            names = "--tenant",
            paramLabel = "UUID",
            converter = Id.class,
            description = "Whose warehouse; needed with --jdbc-url.")
    private @Nullable UUID tenant;

    /** What is done in the warehouse. */
    @FunctionalInterface
    interface Work<T> {
        T in(Cerniq cerniq, Storage storage, TenantId tenant, Actor actor, Ids ids);
    }

    /** Refuses options that do not fit together, before anything is started. */
    void check() {
        if (jdbcUrl == null) {
            refuse("--schema", schema);
            refuse("--runtime-role", runtimeRole);
            refuse("--tenant", tenant);
        } else if (tenant == null) {
            throw new ParameterException(command.commandLine(), "--jdbc-url needs --tenant: whose warehouse is it?");
        }
        SchemaCommand.unconnected(command, schema(), role());
    }

    private void refuse(String option, @Nullable Object given) {
        if (given != null) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " is accepted with --jdbc-url only, because it names what is there");
        }
    }

    <T> T work(Work<T> work) throws IOException {
        check();
        try (var database = database();
                var installation = installation(database)) {
            var ids = new TimeOrderedIds(Clock.systemUTC());
            var storage = installation.storage();
            var cerniq = Cerniq.builder()
                    .storage(storage)
                    .policies(DroolsPolicies.standard())
                    .ids(ids)
                    .build();
            var actor = new Actor.SystemProcess(ids.next(), command.qualifiedName());
            var whose = jdbcUrl == null ? opened(cerniq, ids, actor) : new TenantId(Objects.requireNonNull(tenant));
            if (cerniq.stock().locations(whose).isEmpty()) {
                throw new RefusedInput(new StockRefusal.UnknownTenant(whose));
            }
            return work.in(cerniq, storage, whose, actor, ids);
        }
    }

    private PlayPostgres database() {
        return jdbcUrl == null
                ? PlayPostgres.start()
                : PlayPostgres.at(jdbcUrl).getOrElseThrow(fault -> new RefusedInput(fault));
    }

    private Installation installation(PlayPostgres database) {
        return jdbcUrl == null ? Installation.made(database, schema()) : Installation.found(database, schema(), role());
    }

    private static TenantId opened(Cerniq cerniq, Ids ids, Actor actor) {
        var catalogue = new CatalogueCsv("standard")
                .shipped()
                .getOrElseThrow(() -> new IllegalStateException("The shipped catalogue is broken."));
        var tenant = new TenantId(ids.next());
        cerniq.tenants().setUp(tenant, "A warehouse to try");
        cerniq.offerings().putOnSale(tenant, catalogue.offerings());
        OpeningStock.of(catalogue).countedBy(actor, cerniq.stock(), tenant, "opening");
        return tenant;
    }

    private String schema() {
        return Objects.requireNonNullElse(schema, "cerniq");
    }

    private String role() {
        return Objects.requireNonNullElse(runtimeRole, Installation.roleOf(schema()));
    }

    /** A tenant's id. */
    static final class Id implements ITypeConverter<UUID> {

        @Override
        public UUID convert(String word) {
            try {
                return UUID.fromString(word);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException("\"" + word
                        + "\" is no UUID; accepted: 32 hexadecimal digits as in 01a1fee4-0b04-7000-a069-c216987a9123");
            }
        }
    }
}
