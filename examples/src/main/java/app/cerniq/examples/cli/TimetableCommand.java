package app.cerniq.examples.cli;

import app.cerniq.application.runtime.schedule.Timetable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what runs by itself, and how often. */
@Command(
        name = "timetable",
        description = "Print what runs by itself: job, period, who says so, what it calls.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TimetableCommand implements Runnable {

    @Mixin
    private OutputFile output;

    @Override
    public void run() {
        var heading = List.of("job", "period", "source", "calls");
        var rows = Stream.concat(
                        Stream.of(heading), Arrays.stream(Timetable.values()).map(TimetableCommand::row))
                .toList();
        var widths = IntStream.range(0, heading.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        output.write(rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n")));
    }

    private static List<String> row(Timetable entry) {
        return List.of(entry.job().value(), entry.cadence().inWords(), entry.source(), entry.calls());
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
