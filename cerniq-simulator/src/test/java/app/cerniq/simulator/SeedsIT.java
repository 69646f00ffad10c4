package app.cerniq.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** As many seeds as there is time for: {@code -Dcerniq.simulation.seeds=2000} for more. */
class SeedsIT {

    private static final int SEEDS = Integer.getInteger("cerniq.simulation.seeds", 500);
    private static final int STEPS = Integer.getInteger("cerniq.simulation.steps", 500);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void no_seed_breaks_an_invariant() {
        var report = Campaign.of(Simulation.builder().build(), 1, SEEDS, STEPS, CORES)
                .run();

        assertThat(report.violations())
                .as(() -> report.violations().stream()
                        .limit(3)
                        .flatMap(violation -> violation.describe().stream())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }
}
