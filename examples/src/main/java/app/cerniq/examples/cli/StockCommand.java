package app.cerniq.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done in the warehouse. */
@Command(
        name = "stock",
        description = "Import what another system counted, or show what there is.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {StockImportCommand.class, StockLevelsCommand.class})
final class StockCommand implements Runnable {

    @Spec
    private CommandSpec command;

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "A command is missing; accepted: "
                        + String.join(", ", command.subcommands().keySet()));
    }
}
