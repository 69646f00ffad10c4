package app.cerniq.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.simulation.OversellSimulation.Mishap;
import app.cerniq.testkit.time.CountedIds;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class OversellSimulationTest {

    @Test
    void in_memory_nothing_is_sold_twice_and_nothing_leaks() {
        var simulation = new OversellSimulation(
                new InMemoryStorage(),
                new CountedIds(3),
                Course.of(60_000, 1),
                Clock.systemUTC(),
                Mishap.NONE,
                left -> {});

        var report = simulation.run();

        assertThat(report.faults()).isEmpty();
        assertThat(report.operations()).isEqualTo(60_000);
        assertThat(report.sold()).isPositive();
        assertThat(report.refused()).containsKeys("NOT_ENOUGH_STOCK", "STALE_VERSION");
    }
}
