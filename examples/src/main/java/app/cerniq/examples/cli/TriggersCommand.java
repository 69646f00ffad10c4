package app.cerniq.examples.cli;

import app.cerniq.application.runtime.process.Reactions;
import app.cerniq.application.runtime.process.TriggerMatrix;
import app.cerniq.domain.runtime.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what follows from what. */
@Command(
        name = "triggers",
        description = "Print the trigger matrix A to N: who does here what each worker of the source document did.",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TriggersCommand implements Runnable {

    @Mixin
    private OutputFile output;

    @Option(names = "--reactions", description = "Print the process managers instead: event, condition, command.")
    private boolean reactions;

    @Override
    public void run() {
        output.write(
                reactions
                        ? Columns.of(
                                List.of("reaction", "on", "condition", "does"),
                                Arrays.stream(Reactions.values()).map(TriggersCommand::row))
                        : Columns.of(
                                List.of("", "worker", "triggered by", "here", "event"),
                                Arrays.stream(TriggerMatrix.values()).map(TriggersCommand::row)));
    }

    private static List<String> row(TriggerMatrix row) {
        return List.of(
                row.name(),
                row.worker(),
                row.triggeredBy(),
                row.answer().words(),
                row.event().word());
    }

    private static List<String> row(Reactions reaction) {
        var events = reaction.events().stream().map(EventType::word).collect(Collectors.joining(", "));
        return List.of(reaction.consumer().value(), events, reaction.condition(), reaction.command());
    }
}
