package app.cerniq.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.runtime.process.Reactions;
import app.cerniq.application.runtime.process.TriggerMatrix;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TriggersCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void every_worker_is_a_line_that_says_who_does_its_work() {
        assertThat(run("triggers")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines()).hasSize(TriggerMatrix.values().length + 1);
        assertThat(out.toString())
                .containsPattern("D4 +NegotiationTimeoutWorker +Cron every minute +job negotiation-timeouts");
    }

    @Test
    void every_process_manager_is_a_line_with_its_events_and_what_it_does() {
        assertThat(run("triggers", "--reactions")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines()).hasSize(Reactions.values().length + 1);
        assertThat(out.toString()).contains("cerniq.warm-reply");
    }

    private int run(String... arguments) {
        return CerniqCommand.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
