package app.cerniq.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the rules say, and why. */
@Command(
        name = "policy",
        description = "Ask the rules, and be told why they answer so.",
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
        throw new ParameterException(
                command.commandLine(),
                "A command is missing; accepted: "
                        + String.join(", ", command.subcommands().keySet()));
    }
}
