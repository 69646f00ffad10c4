package app.cerniq.benchmarks.decisions;

import app.cerniq.benchmarks.Median;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every decision benchmark in turn, several rounds of it, and prints the ratios as a table. A ratio is taken within
 * a round and then the median over the rounds, so that a machine that drifts does not favour anybody.
 */
public final class DecisionRatios {

    private static final String LIBRARY = "MoveDecisions.library";
    private static final List<Row> ROWS = List.of(
            new Row(LIBRARY, "Cerniq, one thread", ""),
            new Row("MoveDecisions.libraryOnTwoThreads", "Cerniq, two threads", "two at least 1.8 × one"),
            new Row("MoveDecisions.bareDrools", "Drools session, bare", "at least 0.85"),
            new Row("MoveDecisions.springFresh", "Spring Statemachine, machine per decision", "at least 100"),
            new Row("MoveDecisions.springKept", "Spring Statemachine, one machine reset", ""),
            new Row("MoveDecisions.squirrel", "squirrel-foundation, machine per decision", "at least 3"),
            new Row("MoveDecisions.easyRules", "Easy Rules", "at least 2.5"),
            new Row("MoveDecisions.cola", "COLA, no rules and no reasons", ""),
            new Row("MoveDecisions.enumMap", "EnumMap, no rules and no reasons", ""),
            new Row("DiscountDecisions.tier", "Cerniq, discount tier", ""));

    private final Map<String, List<Double>> speeds = new HashMap<>();
    private final Map<String, List<Double>> ratios = new HashMap<>();
    private final Map<String, Double> bytes = new HashMap<>();

    private DecisionRatios() {}

    /** Takes the number of rounds, three unless told. */
    public static void main(String[] arguments) throws RunnerException {
        var rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        var table = new DecisionRatios();
        for (var round = 1; round <= rounds; round++) {
            table.measure(round);
        }
        table.print();
    }

    private void measure(int round) throws RunnerException {
        var library = 0.0;
        for (var row : ROWS) {
            var result = run(row.benchmark());
            var speed = result.getPrimaryResult().getScore();
            library = row.benchmark().equals(LIBRARY) ? speed : library;
            speeds.computeIfAbsent(row.benchmark(), name -> new ArrayList<>()).add(speed);
            ratios.computeIfAbsent(row.benchmark(), name -> new ArrayList<>()).add(library / speed);
            bytes.put(row.benchmark(), allocated(result));
            System.err.printf(Locale.ROOT, "round %d: %s %,.0f/s%n", round, row.benchmark(), speed);
        }
    }

    private static RunResult run(String benchmark) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle();
    }

    private static double allocated(RunResult result) {
        for (var label : result.getSecondaryResults().keySet()) {
            if (label.endsWith("gc.alloc.rate.norm")) {
                return result.getSecondaryResults().get(label).getScore();
            }
        }
        return Double.NaN;
    }

    private void print() {
        System.out.println("| decision | a second | bytes each | Cerniq is … times as fast | wanted |");
        System.out.println("|---|--:|--:|--:|---|");
        for (var row : ROWS) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.2f | %s |%n",
                    row.title(),
                    Median.of(speeds.getOrDefault(row.benchmark(), List.of())),
                    bytes.getOrDefault(row.benchmark(), Double.NaN),
                    Median.of(ratios.getOrDefault(row.benchmark(), List.of())),
                    row.wanted());
        }
        var twice = 1 / Median.of(ratios.getOrDefault("MoveDecisions.libraryOnTwoThreads", List.of()));
        System.out.printf(Locale.ROOT, "%nTwo threads decide %.2f times what one decides.%n", twice);
    }

    /** One benchmark, and what is expected of the library beside it. */
    private record Row(String benchmark, String title, String wanted) {}
}
