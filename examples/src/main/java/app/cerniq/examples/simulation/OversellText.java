package app.cerniq.examples.simulation;

import app.cerniq.examples.text.TextTable;
import app.cerniq.testkit.simulation.Course;
import app.cerniq.testkit.simulation.OversellReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the simulation found, for a person. */
public final class OversellText {

    private static final int MOST_FAULTS = 50;

    private OversellText() {}

    /** What is about to happen. */
    public static String begin(Course course, String where, boolean isKilling) {
        return TextTable.count(course.operations()) + " operations by " + course.hosts()
                + (course.hosts() == 1 ? " host" : " hosts") + " on " + course.products() + " products, clocks up to "
                + course.skew().toSeconds() + " s apart, "
                + (isKilling ? "connections killed in the middle" : "no connection killed") + "; seed " + course.seed()
                + "; " + where;
    }

    /**
     * What came out of it, line by line.
     *
     * @param killed how many connections were ended by force
     */
    public static List<String> of(OversellReport report, long killed) {
        var table = TextTable.of(
                TextTable.words("OPERATIONS"),
                TextTable.numbers(TextTable.count(report.operations())),
                TextTable.words(""));
        var refused =
                report.refused().values().stream().mapToLong(Long::longValue).sum();
        table.row("done", TextTable.count(report.done()), "");
        table.row("refused", TextTable.count(refused), "as it should be:");
        report.refused().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(code -> table.row("  " + code.getKey(), TextTable.count(code.getValue()), ""));
        table.row("lost", TextTable.count(report.lost()), "no answer, and nothing had been done");
        table.row("unheard", TextTable.count(report.unheard()), "no answer, but among those done");
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(TextTable.count(killed) + (killed == 1 ? " connection was killed." : " connections were killed."));
        lines.add(TextTable.count(report.sold()) + " deals were sold; "
                + TextTable.count(Progress.perSecond(report.operations(), report.took()))
                + " operations per second, " + Progress.words(report.took()) + " with the final look at every deal.");
        lines.add("");
        report.faults().stream().limit(MOST_FAULTS).forEach(fault -> lines.add("✗ " + fault));
        if (report.faults().size() > MOST_FAULTS) {
            lines.add("✗ … and " + TextTable.count(report.faults().size() - MOST_FAULTS) + " more");
        }
        lines.add(
                report.isSound()
                        ? "Nothing was sold twice, nothing was promised twice, nothing is held for nobody."
                        : TextTable.count(report.faults().size())
                                + (report.faults().size() == 1 ? " fault" : " faults")
                                + ": something that must never be, is.");
        return lines;
    }
}
