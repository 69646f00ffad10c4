package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.examples.fsm.FsmDrawing;
import app.cerniq.rules.DroolsPolicies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FsmCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void each_format_draws_the_moves_of_the_standard_rules(FsmDrawing drawing) {
        assertThat(run("fsm", "--format", drawing.word())).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .isEqualTo(drawing.of(DroolsPolicies.standard().moves().moves()));
    }

    @Test
    void without_a_format_it_is_the_table() {
        assertThat(run("fsm")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).startsWith("FROM").contains("8 states, 17 moves");
    }

    @Test
    void the_drawing_in_the_documents_is_that_of_the_rules_in_force() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "fsm.svg")))
                .isEqualTo(FsmDrawing.SVG.of(DroolsPolicies.standard().moves().moves()));
    }

    @Test
    void an_unknown_format_is_told_with_those_there_are() {
        assertThat(run("fsm", "--format", "pdf")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo(
                        "cerniq: Invalid value for option '--format': \"pdf\" is no format; accepted: table, mermaid,"
                                + " dot, svg. See cerniq fsm --help." + System.lineSeparator());
    }

    @Test
    void a_file_gets_what_standard_output_would_have_got(@TempDir Path folder) throws IOException {
        var file = folder.resolve("fsm.svg");

        assertThat(run("fsm", "--format", "SVG", "--output", file.toString())).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(FsmDrawing.SVG.of(DroolsPolicies.standard().moves().moves()));
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_is_bad_input(@TempDir Path folder) {
        var file = folder.resolve("missing").resolve("fsm.svg").toString();

        assertThat(run("fsm", "--output", file)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .isEqualTo("cerniq: INVALID_OUTPUT_FILE: \"" + file + "\" is not a valid output file. Given: " + file
                        + ". Accepted: a file that can be written, in a directory that exists."
                        + System.lineSeparator());
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
