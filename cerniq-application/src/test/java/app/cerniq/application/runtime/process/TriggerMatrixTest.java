package app.cerniq.application.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.runtime.process.Answer.Behind;
import app.cerniq.application.runtime.process.Answer.Reacting;
import app.cerniq.application.runtime.process.Answer.SagaStep;
import app.cerniq.application.runtime.process.Answer.Scheduled;
import app.cerniq.application.runtime.saga.completion.CompletionSaga;
import app.cerniq.application.runtime.schedule.Timetable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of the source document and ours, row against row. */
class TriggerMatrixTest {

    @Test
    void every_worker_of_the_document_has_its_row_and_no_row_has_no_worker() throws IOException {
        var ours = Arrays.stream(TriggerMatrix.values())
                .map(row -> row + " | " + row.worker() + " | " + row.triggeredBy())
                .toList();

        var document = document().map(line -> line.replaceAll("^((?:[^|]*\\|){2}[^|]*) \\|.*$", "$1"));

        assertThat(ours).containsExactlyElementsOf(document.toList());
    }

    @Test
    void what_a_job_does_stands_in_the_timetable() {
        var jobs = answers(Scheduled.class).map(Scheduled::job);

        assertThat(jobs)
                .isSubsetOf(Arrays.stream(Timetable.values())
                        .map(entry -> entry.job().value())
                        .toList());
    }

    @Test
    void what_a_saga_does_is_a_step_of_it() {
        var steps = CompletionSaga.PLAN.steps().stream()
                .map(step -> step.name().value())
                .toList();

        assertThat(answers(SagaStep.class).map(SagaStep::step)).isSubsetOf(steps);
    }

    @Test
    void the_categories_that_sell_and_invoice_end_in_no_port_of_a_later_adapter_but_the_partners() {
        var open = Arrays.stream(TriggerMatrix.values())
                .filter(row -> "DEF".indexOf(row.name().charAt(0)) >= 0)
                .filter(row -> row.answer() instanceof Behind);

        assertThat(open).isEmpty();
    }

    @Test
    void reactions_of_the_matrix_are_lines_of_the_table() {
        assertThat(answers(Reacting.class).map(Reacting::reaction)).isSubsetOf(Reactions.values());
    }

    private static <A extends Answer> Stream<A> answers(Class<A> kind) {
        return Arrays.stream(TriggerMatrix.values())
                .map(TriggerMatrix::answer)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Stream<String> document() throws IOException {
        try (var in = TriggerMatrixTest.class.getResourceAsStream("source-document.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")).stream()
                    .filter(line -> !line.startsWith("#"));
        }
    }
}
