package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.simulator.world.Tally.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Simulation STANDARD = Simulation.builder().build();

    @Test
    void the_same_seed_gives_the_same_trace() {
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();

        var one = STANDARD.run(Plan.of(42, 500), first::add);
        var other = STANDARD.run(Plan.of(42, 500), second::add);

        assertThat(first).hasSizeGreaterThan(400).isEqualTo(second);
        assertThat(one.trace()).isEqualTo(other.trace());
    }

    @Test
    void another_process_sees_the_same_trace() throws IOException, InterruptedException {
        var here = STANDARD.run(Plan.of(7, 400)).trace();

        assertThat(elsewhere()).isEqualTo(here);
    }

    /** Sets, maps and enums are in another order in every process; nothing may depend on it. */
    private static String elsewhere() throws IOException, InterruptedException {
        var classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", classPath, Elsewhere.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return answer.strip();
    }

    /** The same plan in a process of its own. */
    static final class Elsewhere {

        public static void main(String... arguments) {
            System.out.println(STANDARD.run(Plan.of(7, 400)).trace());
        }

        private Elsewhere() {}
    }

    @Test
    void another_seed_gives_another_trace() {
        var traces = List.of(
                STANDARD.run(Plan.of(1, 50)).trace(),
                STANDARD.run(Plan.of(2, 50)).trace());

        assertThat(traces).doesNotHaveDuplicates();
    }

    @Test
    void a_few_seeds_hold_every_invariant_and_meet_everything_that_can_go_wrong() {
        var report = Campaign.of(STANDARD, 1_000, 40, 300, 2).run();

        assertThat(report.violations()).isEmpty();
        var tally = report.tally();
        assertThat(tally.of(Kind.STEPS, "steps")).isEqualTo(40 * 300);
        assertThat(tally.of(Kind.FAULTS))
                .hasSizeGreaterThan(7)
                .allSatisfy((fault, times) -> assertThat(times).as(fault).isPositive());
        assertThat(tally.of(Kind.CHECKS))
                .allSatisfy((id, times) -> assertThat(times).as(id).isGreaterThan(40 * 300));
        assertThat(tally.of(Kind.EVENTS))
                .containsKeys("InvoiceIssued", "StockSold", "DiscountApproved", "HandedOver", "StockHeld");
        assertThat(tally.of(Kind.REFUSALS))
                .containsKeys(
                        "STALE_VERSION",
                        "AGENT_OVERRULED",
                        "IDEMPOTENCY_KEY_REUSED",
                        "DISCOUNT_REFUSED",
                        "NOT_ENOUGH_STOCK",
                        "UNKNOWN_NEGOTIATION",
                        "ILLEGAL_MOVE");
    }

    @Test
    void without_faults_everybody_is_answered() {
        var calm = Simulation.builder()
                .faults(app.cerniq.simulator.fault.FaultRates.NONE)
                .build();

        var report = calm.run(Plan.of(5, 300));

        assertThat(report.violation()).isEmpty();
        assertThat(report.tally().of(Kind.FAULTS)).isEqualTo(Map.of());
        assertThat(report.tally().of(Kind.COMMANDS, "unanswered")).isZero();
    }
}
