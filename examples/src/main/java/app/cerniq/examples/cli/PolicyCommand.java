package app.cerniq.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the rules in force say. */
@Command(
        name = "policy",
        description = "Ask the rules in force.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = PolicyDiscountCommand.class)
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec command;

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                command.commandLine(),
                "A command is missing; accepted: "
                        + String.join(", ", command.subcommands().keySet()));
    }
}
