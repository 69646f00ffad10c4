package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.InvalidValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What every command does alike: help, exit codes, errors. */
class CommandLineTest {

    private static final String NL = System.lineSeparator();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_goes_to_standard_output() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Usage: cerniq", "fsm", "Exit codes:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_version_names_cerniq_and_java() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).startsWith("cerniq ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void without_a_command_the_commands_are_listed_on_one_line() {
        assertThat(run()).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .startsWith("cerniq: A command is missing; accepted: ")
                .contains("fsm")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_command_is_told_with_those_there_are() {
        assertThat(run("fsn")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .startsWith("cerniq: Unknown command fsn; accepted: ")
                .contains("fsm")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_option_is_told_with_those_there_are() {
        assertThat(run("fsm", "--colour")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo("cerniq: Unknown option --colour; accepted: --debug, --format, --help, --output, --version."
                        + " See cerniq fsm --help." + NL);
    }

    @Test
    void a_word_too_many_is_told() {
        assertThat(run("fsm", "svg")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo("cerniq: Unexpected word svg; accepted: options only. See cerniq fsm --help." + NL);
    }

    @Test
    void refused_input_is_told_fault_by_fault() {
        var refused = new RefusedInput(
                List.of(new InvalidValue("CUI", "12", "a code"), new InvalidValue("email", "x", "an address")));

        assertThat(runFailing(refused)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo("cerniq: INVALID_CUI: \"12\" is not a valid CUI. Given: 12. Accepted: a code." + NL
                        + "cerniq: INVALID_EMAIL: \"x\" is not a valid email. Given: x. Accepted: an address." + NL);
    }

    @Test
    void a_failure_is_one_line_without_a_stack_trace() {
        assertThat(runFailing(new IllegalStateException("the wire\n    is cut")))
                .isEqualTo(ExitCode.FAILED);

        assertThat(err.toString()).isEqualTo("cerniq: the wire is cut. --debug tells more." + NL);
    }

    @Test
    void a_failure_without_a_message_is_told_by_its_name() {
        assertThat(runFailing(new UnsupportedOperationException())).isEqualTo(ExitCode.FAILED);

        assertThat(err.toString()).isEqualTo("cerniq: UnsupportedOperationException. --debug tells more." + NL);
    }

    @Test
    void debug_prints_the_stack_trace_too() {
        assertThat(runFailing(new IllegalStateException("the wire is cut"), "--debug"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(err.toString())
                .startsWith("cerniq: the wire is cut." + NL + "java.lang.IllegalStateException: the wire is cut")
                .contains("at " + CommandLineTest.class.getName());
    }

    private int run(String... arguments) {
        return to(CerniqCommand.commandLine()).execute(arguments);
    }

    private int runFailing(RuntimeException failure, String... arguments) {
        var line = CerniqCommand.commandLine();
        line.addSubcommand("fail", new Failing(failure));
        // Once more, because only now does it reach the new subcommand.
        line.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
        var words = new ArrayList<>(List.of("fail"));
        words.addAll(List.of(arguments));
        return to(line).execute(words.toArray(String[]::new));
    }

    private CommandLine to(CommandLine line) {
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    @Command(name = "fail")
    private record Failing(RuntimeException failure) implements Runnable {
        @Override
        public void run() {
            throw failure;
        }
    }
}
