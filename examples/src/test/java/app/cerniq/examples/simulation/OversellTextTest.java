package app.cerniq.examples.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.simulation.OversellReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OversellTextTest {

    private static final Map<String, Long> REFUSED =
            Map.of("STALE_VERSION", 1_200L, "NOT_ENOUGH_STOCK", 300L, "HOLD_LOST", 300L);

    @Test
    void a_sound_run_is_told_with_all_its_refusals_the_most_frequent_first() {
        var report = new OversellReport(8_180, REFUSED, 3, 20, 412, List.of(), Duration.ofSeconds(100));

        assertThat(OversellText.of(report, 23))
                .containsExactly(
                        "OPERATIONS          10,000",
                        "done                 8,180",
                        "refused              1,800  as it should be:",
                        "  STALE_VERSION      1,200",
                        "  HOLD_LOST            300",
                        "  NOT_ENOUGH_STOCK     300",
                        "lost                    20  no answer, and nothing had been done",
                        "unheard                  3  no answer, but among those done",
                        "",
                        "23 connections were killed.",
                        "412 deals were sold; 100 operations per second, 1 min 40 s with the final look at every deal.",
                        "",
                        "Nothing was sold twice, nothing was promised twice, nothing is held for nobody.");
    }

    @Test
    void every_fault_is_a_line_and_the_last_line_says_so() {
        var report = new OversellReport(1, Map.of(), 0, 0, 0, List.of("OVERSOLD: of A 2 > 1."), Duration.ofSeconds(1));

        assertThat(OversellText.of(report, 0))
                .endsWith("✗ OVERSOLD: of A 2 > 1.", "1 fault: something that must never be, is.");
    }

    @Test
    void a_flood_of_faults_is_counted() {
        var faults =
                IntStream.range(0, 60).mapToObj(number -> "LEAKED: " + number).toList();
        var report = new OversellReport(1, Map.of(), 0, 0, 0, faults, Duration.ofSeconds(1));

        assertThat(OversellText.of(report, 0))
                .contains("✗ LEAKED: 49", "✗ … and 10 more")
                .doesNotContain("✗ LEAKED: 50")
                .endsWith("60 faults: something that must never be, is.");
    }
}
