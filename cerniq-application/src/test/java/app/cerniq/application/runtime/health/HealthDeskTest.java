package app.cerniq.application.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.Desk;
import app.cerniq.application.negotiation.ForwardingStorage;
import app.cerniq.application.runtime.health.Health.Check;
import app.cerniq.application.runtime.health.Health.Status;
import app.cerniq.domain.stock.AllocationStrategy;
import app.cerniq.ports.shared.Storage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.MovableClock;
import app.cerniq.testkit.time.VirtualSchedules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How an engine is, at a glance. */
class HealthDeskTest {

    @Test
    void a_fresh_engine_is_well() {
        var cerniq = engine(new InMemoryStorage());

        var health = cerniq.health().check();

        assertThat(health.status()).isEqualTo(Status.UP);
        assertThat(health.checks())
                .extracting(Check::name)
                .containsExactly("storage", "events", "dead letters", "schedules", "partners");
    }

    @Test
    void without_its_store_it_is_down_and_says_no_more() {
        var store = new Leaving(new InMemoryStorage());
        var cerniq = engine(store);

        store.leave();
        var health = cerniq.health().check();

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.checks())
                .containsExactly(new Check("storage", Status.DOWN, "It could not be looked at: StorageUnavailable."));
    }

    @Test
    void events_that_nobody_dispatches_are_seen() {
        var desk = new Desk(store -> store, AllocationStrategy.fewestLocations());

        desk.clock.move(Duration.ofMinutes(2));

        assertThat(desk.cerniq.health().check().status()).isEqualTo(Status.DEGRADED);
        assertThat(desk.cerniq.health().check().checks())
                .filteredOn(check -> check.name().equals("events"))
                .extracting(Check::detail)
                .allSatisfy(detail -> assertThat(detail).endsWith("the oldest for 120 seconds."));
    }

    private static Cerniq engine(Storage storage) {
        var clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .schedules(new VirtualSchedules(clock))
                .clock(clock)
                .build();
    }

    private static final class Leaving extends ForwardingStorage {

        private boolean isAway;

        Leaving(Storage store) {
            super(store);
        }

        void leave() {
            isAway = true;
        }

        @Override
        public Tenants tenants() {
            if (isAway) {
                throw new StorageUnavailable("away");
            }
            return super.tenants();
        }
    }
}
