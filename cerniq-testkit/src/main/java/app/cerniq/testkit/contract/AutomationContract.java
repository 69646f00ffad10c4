package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.SafetyBounds;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.runtime.Automation.End;
import app.cerniq.ports.runtime.Automation.Entry;
import app.cerniq.ports.shared.UnknownTenantException;
import app.cerniq.testkit.fixture.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Automation} must do. */
public interface AutomationContract extends StorageContract {

    Instant NOON = Instant.parse("2026-03-10T12:00:30Z");
    Duration TEN_MINUTES = Duration.ofMinutes(10);
    ActorRef ENGINE = ActorRef.of(People.SYSTEM);
    ActorRef MANAGER = ActorRef.of(People.MANAGER);

    private Automation automation() {
        return storage().automation();
    }

    @Test
    default void every_occurrence_in_the_window_counts_and_no_older_one() {
        var tenant = tenant();
        automation().count(tenant, Signal.REFUSAL, NOON.minus(TEN_MINUTES), TEN_MINUTES);
        automation().count(tenant, Signal.REFUSAL, NOON.minusSeconds(90), TEN_MINUTES);
        automation().count(tenant, Signal.REFUSAL, NOON, TEN_MINUTES);

        var counted = automation().count(tenant, Signal.REFUSAL, NOON, TEN_MINUTES);

        assertThat(counted).isEqualTo(3);
    }

    @Test
    default void signals_and_tenants_are_counted_apart() {
        var tenant = tenant();
        automation().count(tenant, Signal.REFUSAL, NOON, TEN_MINUTES);
        automation().count(tenant(), Signal.DISCOUNT, NOON, TEN_MINUTES);

        assertThat(automation().count(tenant, Signal.DISCOUNT, NOON, TEN_MINUTES))
                .isOne();
    }

    @Test
    default void nothing_is_counted_for_an_unknown_tenant() {
        var nobody = new TenantId(ids().next());

        assertThat(automation().count(nobody, Signal.REFUSAL, NOON, TEN_MINUTES))
                .isZero();
    }

    @Test
    default void a_clock_that_goes_backwards_loses_no_count() {
        var tenant = tenant();
        automation().count(tenant, Signal.REFUSAL, NOON, TEN_MINUTES);
        automation().count(tenant, Signal.REFUSAL, NOON.minusSeconds(120), TEN_MINUTES);

        assertThat(automation().count(tenant, Signal.REFUSAL, NOON.plusSeconds(60), TEN_MINUTES))
                .isEqualTo(3);
    }

    @Test
    default void automation_runs_until_it_is_parked() {
        assertThat(automation().parked(tenant())).isEmpty();
    }

    @Test
    default void a_park_comes_back_as_it_was_given() {
        var park =
                Park.exceeding(tenant(), new SafetyBound(Signal.DISCOUNT, 60, Duration.ofHours(1)), 61, ENGINE, NOON);

        assertThat(automation().park(park)).isTrue();

        assertThat(automation().parked(park.tenant())).contains(park);
    }

    @Test
    default void a_tenant_is_parked_once_at_a_time() {
        var first = Park.ordered(tenant(), MANAGER, "Prices are being changed.", NOON);
        automation().park(first);

        var again = automation().park(Park.ordered(first.tenant(), MANAGER, "Again.", NOON.plusSeconds(1)));

        assertThat(again).isFalse();
        assertThat(automation().parked(first.tenant())).contains(first);
    }

    @Test
    default void an_unknown_tenant_is_not_parked() {
        var nobody = new TenantId(ids().next());

        assertThat(automation().park(Park.ordered(nobody, MANAGER, "Nobody.", NOON)))
                .isFalse();
    }

    @Test
    default void whoever_resumes_is_remembered_and_the_count_begins_anew() {
        var park = Park.ordered(tenant(), MANAGER, "Prices are being changed.", NOON);
        automation().count(park.tenant(), Signal.REFUSAL, NOON, TEN_MINUTES);
        automation().park(park);

        var resumed = automation().resume(park.tenant(), MANAGER, "Prices are changed.", NOON.plusSeconds(60));

        assertThat(resumed).isTrue();
        assertThat(automation().parked(park.tenant())).isEmpty();
        assertThat(automation().history(park.tenant(), 10))
                .containsExactly(
                        new Entry(park, Optional.of(new End(NOON.plusSeconds(60), MANAGER, "Prices are changed."))));
        assertThat(automation().count(park.tenant(), Signal.REFUSAL, NOON.plusSeconds(61), TEN_MINUTES))
                .isOne();
    }

    @Test
    default void nothing_is_resumed_that_runs() {
        assertThat(automation().resume(tenant(), MANAGER, "Why not?", NOON)).isFalse();
    }

    @Test
    default void the_latest_park_is_told_first() {
        var first = Park.ordered(tenant(), MANAGER, "First.", NOON);
        var second = Park.ordered(first.tenant(), MANAGER, "Second.", NOON.plusSeconds(120));
        automation().park(first);
        automation().resume(first.tenant(), MANAGER, "On.", NOON.plusSeconds(60));
        automation().park(second);

        assertThat(automation().history(first.tenant(), 1)).containsExactly(new Entry(second, Optional.empty()));
    }

    @Test
    default void what_one_tenant_does_is_nothing_to_another() {
        automation().park(Park.ordered(tenant(), MANAGER, "Here.", NOON));

        assertThat(automation().parked(tenant())).isEmpty();
    }

    @Test
    default void a_tenant_has_the_standard_bounds_until_it_sets_its_own() {
        var tenant = tenant();
        var own = new SafetyBound(Signal.MESSAGE, 7, Duration.ofMinutes(5));
        assertThat(automation().bounds(tenant)).isEqualTo(SafetyBounds.standard());

        automation().bound(tenant, own);

        assertThat(automation().bounds(tenant))
                .isEqualTo(SafetyBounds.standard().with(own));
        assertThat(automation().bounds(tenant())).isEqualTo(SafetyBounds.standard());
    }

    @Test
    default void an_unknown_tenant_has_no_bounds_of_its_own() {
        var nobody = new TenantId(ids().next());

        assertThatThrownBy(() -> automation().bound(nobody, new SafetyBound(Signal.MESSAGE, 7, TEN_MINUTES)))
                .isInstanceOf(UnknownTenantException.class);
    }
}
