package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.runtime.schedule.Timetable;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TimetableCommandTest {

    @Test
    void every_entry_is_a_line_with_its_period() {
        var out = new StringWriter();

        var code =
                CerniqCommand.commandLine().setOut(new PrintWriter(out, true)).execute("timetable");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(Timetable.values().length + 1);
        assertThat(out.toString())
                .containsPattern("negotiation-timeouts +every 1 min +document 001")
                .containsPattern("document-clean-up +daily at 03:00 Europe/Bucharest");
    }
}
