package app.cerniq.examples.cli;

import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.examples.simulation.ConnectionKiller;
import app.cerniq.examples.simulation.OversellText;
import app.cerniq.examples.simulation.Progress;
import app.cerniq.ports.shared.Storage;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.simulation.Course;
import app.cerniq.testkit.simulation.OversellReport;
import app.cerniq.testkit.simulation.OversellSimulation;
import app.cerniq.testkit.simulation.OversellSimulation.Mishap;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets engines run in a world in which everything goes wrong, and looks for what must not be. */
@Command(
        name = "simulate",
        description = {
            "Without --oversell: several hosts on one store, with customers, models and operators, in one thread for "
                    + "each seed. Ports time out, answers get lost, hosts crash between any two steps; after every turn "
                    + "every invariant is checked. The same seed does the same again.",
            "With --oversell: many hosts, each in a thread of its own, sell the same few goods with clocks that jump, and "
                    + "nothing may be sold or promised twice or stay held for nobody."
        },
        footer = {"", "50,000 operations take some minutes; --operations 10000000 is fine for those who have a night."},
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SimulateCommand implements Callable<Integer> {

    private static final List<String> ONLY_OVERSELL =
            List.of("--operations", "--hosts", "--in-memory", "--jdbc-url", "--schema");

    private static final int MOST_HOSTS = 200;
    private static final int PRODUCTS = 4;
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Spec
    private CommandSpec command;

    @Mixin
    private SeedOptions seeds;

    @Option(names = "--oversell", description = "Simulate a rush that would oversell.")
    private boolean isOversell;

    @Option(
            names = "--operations",
            paramLabel = "N",
            defaultValue = "50000",
            description = "How many steps the hosts make together; ${DEFAULT-VALUE} if left out.")
    private long operations;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many hosts work at the same time, each with its own thread, clock and connection; "
                    + "${DEFAULT-VALUE} if left out, at most 200.")
    private int hosts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "The first seed, or the only one where --seeds is left out; ${DEFAULT-VALUE} if left out. With "
                            + "--oversell it makes the same choices, though threads still meet by chance.")
    private long seed;

    @Option(
            names = "--kill",
            description = "With --oversell, kill a connection now and then, in the middle of whatever it does; with "
                    + "--postgres, all of them, between any two calls.")
    private boolean isKilling;

    @Option(names = "--in-memory", description = "Use the store in memory, without a database.")
    private boolean isInMemory;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL 15 or newer instead of starting one; its user must be able to create a "
                    + "schema and a role. What the simulation wrote stays there.")
    private @Nullable String jdbcUrl; // null where it was left out, as picocli has it

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "cerniq",
            description = "Work in this schema; ${DEFAULT-VALUE} if left out.")
    private String schema;

    @Override
    public Integer call() throws IOException {
        if (!isOversell) {
            refuse(ONLY_OVERSELL, "goes with --oversell only");
            return seeds.simulate(seed, isKilling);
        }
        refuse(SeedOptions.NAMES, "does not go with --oversell");
        check();
        var report = isInMemory ? inMemory() : onPostgres();
        return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void refuse(List<String> options, String because) {
        var given = command.commandLine().getParseResult();
        options.stream().filter(given::hasMatchedOption).findFirst().ifPresent(option -> {
            throw bad(option + " " + because);
        });
    }

    private void check() {
        atLeastOne("--operations", operations);
        atLeastOne("--hosts", hosts);
        if (hosts > MOST_HOSTS) {
            throw bad("--hosts " + hosts + " are too many; accepted: 1 to " + MOST_HOSTS);
        }
        if (isInMemory && (isKilling || jdbcUrl != null)) {
            throw bad((isKilling ? "--kill" : "--jdbc-url") + " does not go with --in-memory: there is no connection");
        }
        SchemaCommand.unconnected(command, schema, Installation.roleOf(schema));
    }

    private void atLeastOne(String option, long given) {
        if (given < 1) {
            throw bad(option + " " + given + " is too few; accepted: 1 or more");
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private OversellReport inMemory() {
        return run(new InMemoryStorage(), "in memory", Mishap.NONE);
    }

    private OversellReport onPostgres() throws IOException {
        var name = "cerniq simulation " + new TimeOrderedIds(Clock.systemUTC()).next();
        try (var database = database();
                var installation = Installation.made(database, schema, hosts, name);
                var owner = database.owner()) {
            var killer = new ConnectionKiller(owner, name);
            return run(installation.storage(), database.address(), isKilling ? killer : Mishap.NONE);
        }
    }

    private PlayPostgres database() {
        return jdbcUrl == null
                ? PlayPostgres.start()
                : PlayPostgres.at(jdbcUrl).getOrElseThrow(fault -> new RefusedInput(fault));
    }

    private OversellReport run(Storage storage, String where, Mishap mishap) {
        var clock = Clock.systemUTC();
        var course = new Course(hosts, operations, PRODUCTS, SKEW, seed);
        var out = command.commandLine().getOut();
        out.println(OversellText.begin(course, where, isKilling));
        out.flush();
        var progress = new Progress(command.commandLine().getErr(), Ansi.AUTO.enabled(), operations, clock);
        var report = new OversellSimulation(storage, new TimeOrderedIds(clock), course, clock, mishap, progress).run();
        progress.end();
        out.println();
        OversellText.of(report, mishap instanceof ConnectionKiller killer ? killer.killed() : 0)
                .forEach(out::println);
        out.flush();
        return report;
    }
}
