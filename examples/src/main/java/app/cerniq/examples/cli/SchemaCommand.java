package app.cerniq.examples.cli;

import app.cerniq.adapters.postgres.PostgresStorage;
import com.zaxxer.hikari.HikariDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what a DBA runs who makes the schema by hand. */
@Command(
        name = "schema",
        description = "Print the whole database schema as one script for PostgreSQL 15 or newer.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SchemaCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "cerniq",
            description = "The schema to make; ${DEFAULT-VALUE} if left out.")
    private String schema;

    @Option(
            names = "--runtime-role",
            paramLabel = "NAME",
            defaultValue = "cerniq_runtime",
            description = "The role that the application will run as; ${DEFAULT-VALUE} if left out.")
    private String runtimeRole;

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        output.write(unconnected(command, schema, runtimeRole).ddl());
    }

    /** A store that is never connected; refuses names that PostgreSQL would have to quote. */
    static PostgresStorage unconnected(CommandSpec command, String schema, String runtimeRole) {
        try {
            return PostgresStorage.builder(new HikariDataSource())
                    .schema(schema)
                    .runtimeRole(runtimeRole)
                    .build();
        } catch (IllegalArgumentException badName) {
            throw new ParameterException(command.commandLine(), String.valueOf(badName.getMessage()), badName);
        }
    }
}
