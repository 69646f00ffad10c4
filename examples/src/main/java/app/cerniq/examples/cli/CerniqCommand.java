package app.cerniq.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code cerniq} command line: one command with a subcommand for each thing it shows. */
@Command(
        name = "cerniq",
        header = "Negotiations that keep their rules.",
        description = "%nShows what the Cerniq library does; each command runs by itself.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed, or something that must always hold did not",
            "2:the command line, or a file it names, cannot be used"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            EventsCommand.class,
            FsmCommand.class,
            GuardCommand.class,
            PolicyCommand.class,
            SchemaCommand.class,
            SimulateCommand.class,
            StockCommand.class,
            TimetableCommand.class,
            TriggersCommand.class
        })
public final class CerniqCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces.")
    private boolean debug;

    /** Runs one command and ends the process with its {@link ExitCode}. */
    public static void main(String... arguments) {
        var code = commandLine().execute(arguments);
        if (code == ExitCode.OK && System.out.checkError()) {
            System.err.println("cerniq: Standard output did not take everything.");
            code = ExitCode.FAILED;
        }
        System.exit(code);
    }

    /** The command line, ready to run in this process. */
    public static CommandLine commandLine() {
        var root = new CerniqCommand();
        var errors = new ErrorLines(() -> root.debug);
        return new CommandLine(root)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(errors::ofUsage)
                .setExecutionExceptionHandler(errors::ofExecution);
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                command.commandLine(),
                "A command is missing; accepted: "
                        + String.join(", ", command.subcommands().keySet()));
    }
}
