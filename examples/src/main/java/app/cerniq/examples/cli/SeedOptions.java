package app.cerniq.examples.cli;

import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.examples.postgres.Installation;
import app.cerniq.examples.postgres.PlayPostgres;
import app.cerniq.examples.simulation.PowerCut;
import app.cerniq.examples.simulation.Progress;
import app.cerniq.examples.simulation.SeedText;
import app.cerniq.simulator.Campaign;
import app.cerniq.simulator.CampaignReport;
import app.cerniq.simulator.Corpus;
import app.cerniq.simulator.Plan;
import app.cerniq.simulator.Shrinking;
import app.cerniq.simulator.Simulation;
import app.cerniq.simulator.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulation that seeds drive: which ones, for how long, and where. */
final class SeedOptions {

    /** The options that belong to it alone. */
    static final List<String> NAMES = List.of("--seeds", "--steps", "--without", "--trace", "--postgres", "--corpus");

    private static final int MOST_SEEDS = 1_000_000;
    private static final int MOST_STEPS = 100_000;
    private static final int SEEDS = 100;
    private static final int SEEDS_ON_POSTGRES = 4;
    private static final int ATTEMPTS = 200;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, spread over the cores; 100 if left out, 4 with --postgres, 1 with --seed.")
    private @Nullable Integer seeds; // null where it was left out, as picocli has it

    @Option(
            names = "--steps",
            paramLabel = "M",
            defaultValue = "500",
            description = "How many steps each of them makes; ${DEFAULT-VALUE} if left out.")
    private int steps;

    @Option(
            names = "--without",
            paramLabel = "STEPS",
            description = "Leave these steps out, as in 3,7-9; with one seed only.")
    private @Nullable String without; // null where it was left out, as picocli has it

    @Option(names = "--trace", description = "Print every line of what happens; with one seed only.")
    private boolean isTraced;

    @Option(names = "--postgres", description = "Run on a PostgreSQL 18 that is started for it, not in memory.")
    private boolean isOnPostgres;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "Add every seed that fails to this file, made as short as it can be.")
    private @Nullable Path corpus; // null where it was left out, as picocli has it

    int simulate(long seed, boolean isKilling) throws IOException {
        if (isKilling && !isOnPostgres) {
            throw bad("--kill goes with --oversell or --postgres only: elsewhere there is no connection");
        }
        var plans = plans(seed);
        if (corpus != null && !Files.isWritable(Files.exists(corpus) ? corpus : folderOf(corpus))) {
            throw new RefusedInput(new InvalidValue(
                    "corpus", corpus.toString(), "a file that can be written, in a directory that exists"));
        }
        var violations = isOnPostgres
                ? onPostgres(plans, isKilling)
                : run(Simulation.builder().build(), plans, threads());
        return violations.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    private List<Plan> plans(long first) {
        within("--steps", steps, MOST_STEPS);
        var many = many();
        within("--seeds", many, MOST_SEEDS);
        if (many > 1 && (isTraced || without != null)) {
            throw bad((isTraced ? "--trace" : "--without") + " goes with one seed only; --seeds is " + many);
        }
        var omitted = without == null ? new TreeSet<Integer>() : omitted(without);
        var plans = new ArrayList<Plan>();
        for (var i = 0; i < many; i++) {
            plans.add(new Plan(first + i, steps, omitted));
        }
        return plans;
    }

    private int many() {
        if (seeds != null) {
            return seeds;
        }
        var isSeedNamed = command.commandLine().getParseResult().hasMatchedOption("--seed");
        return isSeedNamed || isTraced ? 1 : isOnPostgres ? SEEDS_ON_POSTGRES : SEEDS;
    }

    private java.util.SortedSet<Integer> omitted(String text) {
        try {
            return Plan.steps(text);
        } catch (IllegalArgumentException none) {
            throw bad("--without " + none.getMessage());
        }
    }

    private void within(String option, int given, int most) {
        if (given < 1 || given > most) {
            throw bad(option + " " + given + " is too " + (given < 1 ? "few" : "many") + "; accepted: 1 to " + most);
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private List<Violation> onPostgres(List<Plan> plans, boolean isKilling) throws IOException {
        var name = "cerniq simulation " + new TimeOrderedIds(Clock.systemUTC()).next();
        try (var database = PlayPostgres.start();
                var installation = Installation.made(database, "cerniq", threads() + 2, name);
                var owner = database.owner()) {
            // A lease lasts by the clock of the database, which a simulation cannot move: what a crashed host had
            // claimed
            // is not delivered before the end.
            var simulation = Simulation.builder().storage(installation::storage).except("I8");
            if (!isKilling) {
                return run(simulation.build(), plans, threads());
            }
            // One seed at a time: whose call is under way in another one would die with an answer that nobody counts.
            return run(simulation.actor(new PowerCut(owner, name)).build(), plans, 1);
        }
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private List<Violation> run(Simulation simulation, List<Plan> plans, int threads) throws IOException {
        var out = command.commandLine().getOut();
        var clock = Clock.systemUTC();
        var start = clock.instant();
        var report = isTraced
                ? traced(simulation, plans.get(0))
                : together(simulation, plans, Math.min(threads, plans.size()), clock);
        SeedText.of(report, Duration.between(start, clock.instant())).forEach(out::println);
        // A database that has seen a seed cannot show it again: the same ids are there already.
        var violations = isOnPostgres
                ? report.violations()
                : report.violations().stream()
                        .map(found -> new Shrinking(simulation, ATTEMPTS).shrink(found))
                        .toList();
        SeedText.of(violations, isOnPostgres).forEach(out::println);
        out.flush();
        if (corpus != null) {
            Files.write(
                    corpus,
                    violations.stream().map(found -> Corpus.entry(found).line()).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return violations;
    }

    private CampaignReport traced(Simulation simulation, Plan plan) {
        var out = command.commandLine().getOut();
        var report = simulation.run(plan, out::println);
        out.println();
        return new CampaignReport(1, report.tally(), report.violation().stream().toList());
    }

    private CampaignReport together(Simulation simulation, List<Plan> plans, int threads, Clock clock) {
        var progress =
                new Progress(command.commandLine().getErr(), Ansi.AUTO.enabled(), plans.size(), "seeds", "", clock);
        var report = new Campaign(simulation, plans, threads).run(done -> progress.accept(plans.size() - (long) done));
        progress.end();
        return report;
    }
}
