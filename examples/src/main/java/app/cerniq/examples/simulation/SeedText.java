package app.cerniq.examples.simulation;

import app.cerniq.examples.text.TextTable;
import app.cerniq.simulator.CampaignReport;
import app.cerniq.simulator.Violation;
import app.cerniq.simulator.world.Tally;
import app.cerniq.simulator.world.Tally.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What many seeds brought to light, for a person. */
public final class SeedText {

    private static final int MOST_VIOLATIONS = 5;

    private SeedText() {}

    /** What happened how often, line by line. */
    public static List<String> of(CampaignReport report, Duration took) {
        var tally = report.tally();
        var table = TextTable.of(
                TextTable.words(report.plans() == 1 ? "1 SEED" : TextTable.count(report.plans()) + " SEEDS"),
                TextTable.numbers("TIMES"));
        group(table, "steps and turns", tally, Kind.STEPS);
        group(table, "turns by whose they were", tally, Kind.TURNS);
        group(table, "commands", tally, Kind.COMMANDS);
        group(table, "refused, as it should be", tally, Kind.REFUSALS);
        group(table, "what went wrong in the world", tally, Kind.FAULTS);
        group(table, "events", tally, Kind.EVENTS);
        group(table, "events delivered", tally, Kind.DELIVERIES);
        group(table, "invariants looked at", tally, Kind.CHECKS);
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        var steps = tally.of(Kind.STEPS, "steps");
        lines.add(TextTable.count(steps) + " steps in " + Progress.words(took) + ", "
                + TextTable.count(Progress.perSecond(steps, took)) + " per second.");
        return lines;
    }

    private static void group(TextTable table, String title, Tally tally, Kind kind) {
        table.row(title, TextTable.count(tally.sum(kind)));
        tally.of(kind).forEach((what, times) -> table.row("  " + what, TextTable.count(times)));
    }

    /**
     * What must hold and did not, or that all of it held.
     *
     * @param isOnPostgres whether it takes a database to see it again
     */
    public static List<String> of(List<Violation> violations, boolean isOnPostgres) {
        if (violations.isEmpty()) {
            return List.of("Every invariant held after every turn.");
        }
        var lines = new ArrayList<String>();
        violations.stream().limit(MOST_VIOLATIONS).forEach(violation -> {
            lines.add("");
            lines.addAll(violation.describe());
            if (isOnPostgres) {
                lines.add(lines.remove(lines.size() - 1) + " --postgres");
            }
        });
        lines.add("");
        lines.add(TextTable.count(violations.size())
                + (violations.size() == 1 ? " seed" : " seeds")
                + " broke what must always hold.");
        return lines;
    }
}
