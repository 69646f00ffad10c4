package app.cerniq.examples.cli;

import app.cerniq.domain.shared.Refusal;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors as a person wants them: one line each, with what would have been accepted, and no stack trace. */
final class ErrorLines {

    private final BooleanSupplier debug;

    /** @param debug whether stack traces are wanted after all */
    ErrorLines(BooleanSupplier debug) {
        this.debug = debug;
    }

    /** The command line itself cannot be used. */
    int ofUsage(ParameterException fault, String... arguments) {
        var command = fault.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        var message = fault instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command.getCommandSpec())
                : ended(message(fault));
        command.getErr().println("cerniq: " + message + " See " + name + " --help.");
        trace(fault, command);
        return ExitCode.BAD_INPUT;
    }

    /** The command could not do its work. */
    int ofExecution(Exception fault, CommandLine command, ParseResult parsed) {
        if (fault instanceof RefusedInput refused) {
            for (Refusal refusal : refused.refusals()) {
                command.getErr().println("cerniq: " + refusal.describe());
            }
            trace(fault, command);
            return ExitCode.BAD_INPUT;
        }
        command.getErr()
                .println("cerniq: " + ended(message(fault)) + (debug.getAsBoolean() ? "" : " --debug tells more."));
        trace(fault, command);
        return ExitCode.FAILED;
    }

    private void trace(Exception fault, CommandLine command) {
        if (debug.getAsBoolean()) {
            fault.printStackTrace(command.getErr());
        }
    }

    private static String unmatched(UnmatchedArgumentException fault, CommandSpec command) {
        var given = fault.getUnmatched().get(0);
        if (given.startsWith("-")) {
            return "Unknown option " + given + "; accepted: "
                    + names(command.options().stream().map(OptionSpec::longestName)) + ".";
        }
        return command.subcommands().isEmpty()
                ? "Unexpected word " + given + "; accepted: options only."
                : "Unknown command " + given + "; accepted: " + names(command.subcommands().keySet().stream()) + ".";
    }

    private static String names(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }

    /** In one line; the name of the exception where it has no message. */
    private static String message(Exception fault) {
        var message =
                Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
        return message.replaceAll("\\R\\s*", " ");
    }

    private static String ended(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
