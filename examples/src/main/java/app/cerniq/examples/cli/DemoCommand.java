package app.cerniq.examples.cli;

import app.cerniq.domain.shared.Refusal;
import app.cerniq.examples.data.Catalogue;
import app.cerniq.examples.data.CatalogueCsv;
import app.cerniq.examples.data.CompaniesCsv;
import app.cerniq.examples.demo.Demo;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import io.vavr.control.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays four deals on a real PostgreSQL and checks the invariants. */
@Command(
        name = "demo",
        description = "Play four deals on a real PostgreSQL, then check every invariant in the database.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    // The next three are null where the option was left out, as picocli has it.
    @Option(names = "--catalogue", paramLabel = "FILE", description = "Sell these goods; see docs/csv.md.")
    private @Nullable Path catalogue;

    @Option(names = "--companies", paramLabel = "FILE", description = "Sell to these companies; see docs/csv.md.")
    private @Nullable Path companies;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL 15 or newer instead of starting one; its user must be able to "
                    + "create a schema and a role. What the demo wrote stays there.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "cerniq",
            description = "Work in this schema; ${DEFAULT-VALUE} if left out.")
    private String schema;

    @Override
    public Integer call() throws IOException, SQLException {
        SchemaCommand.unconnected(command, schema, Installation.roleOf(schema));
        Catalogue goods = orRefuse(
                catalogue == null ? new CatalogueCsv("demo").shipped() : new CatalogueCsv("demo").read(catalogue));
        var customers = orRefuse(companies == null ? CompaniesCsv.shipped() : CompaniesCsv.read(companies));
        var demo = Demo.with(goods, customers).getOrElseThrow(fault -> new RefusedInput(fault));
        var out = command.commandLine().getOut();
        try (var database = database()) {
            var holds = demo.play(database, schema, out, Ansi.AUTO.enabled());
            out.println();
            out.println(holds ? "Every invariant holds." : "An invariant is broken.");
            out.flush();
            return holds ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private PlayPostgres database() {
        return jdbcUrl == null
                ? PlayPostgres.start()
                : PlayPostgres.at(jdbcUrl).getOrElseThrow(fault -> new RefusedInput(fault));
    }

    private static <T, F extends Refusal> T orRefuse(Validation<List<F>, T> read) {
        return read.toEither().getOrElseThrow(faults -> new RefusedInput(faults));
    }
}
