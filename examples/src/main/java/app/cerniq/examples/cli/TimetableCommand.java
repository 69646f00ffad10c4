package app.cerniq.examples.cli;

import app.cerniq.application.runtime.schedule.Timetable;
import java.util.Arrays;
import java.util.List;
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
        output.write(Columns.of(
                List.of("job", "period", "source", "calls"),
                Arrays.stream(Timetable.values()).map(TimetableCommand::row)));
    }

    private static List<String> row(Timetable entry) {
        return List.of(entry.job().value(), entry.cadence().inWords(), entry.source(), entry.calls());
    }
}
