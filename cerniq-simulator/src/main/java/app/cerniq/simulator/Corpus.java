package app.cerniq.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Plans that once failed, each with the reason why it is kept: one in a line, {@code seed steps [without 3,7-9] : why}.
 * Empty lines and lines that begin with {@code #} are skipped.
 */
public final class Corpus {

    private static final Pattern LINE =
            Pattern.compile("(-?\\d{1,18}) (\\d{1,7})(?: without ([\\d,-]+))? : (.{1,300})");

    private Corpus() {}

    /** A plan that is worth running again. */
    public record Entry(Plan plan, String why) {

        /** As {@link Corpus#read} reads it. */
        public String line() {
            var without = plan.without().isEmpty() ? "" : " without " + plan.omissions();
            return plan.seed() + " " + plan.steps() + without + " : " + why;
        }
    }

    /** What a violation leaves in the corpus. */
    public static Entry entry(Violation violation) {
        var why = violation.invariant() + ": " + violation.fault().replaceAll("\\s+", " ");
        return new Entry(violation.plan(), why.length() > 300 ? why.substring(0, 300) : why);
    }

    /** All entries; throws {@link IllegalArgumentException} that names the first line that is none. */
    public static List<Entry> read(List<String> lines) {
        var entries = new ArrayList<Entry>();
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(line, number));
            }
        }
        return entries;
    }

    private static Entry entry(String line, int number) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Line " + number + " of the corpus is \"" + line
                    + "\"; accepted: seed steps [without 3,7-9] : why");
        }
        var without = parts.group(3) == null ? new TreeSet<Integer>() : Plan.steps(parts.group(3));
        return new Entry(
                new Plan(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), without), parts.group(4));
    }
}
