package app.cerniq.application.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.application.Cerniq;
import app.cerniq.application.CerniqBuilder;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.memory.InMemoryStorage;
import app.cerniq.testkit.time.CountedIds;
import app.cerniq.testkit.time.MovableClock;
import app.cerniq.testkit.time.VirtualSchedules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeDeskTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final CountedIds ids = new CountedIds(3);

    private CerniqBuilder engine() {
        return Cerniq.builder()
                .storage(new InMemoryStorage())
                .policies(DroolsPolicies.standard())
                .schedules(new VirtualSchedules(clock))
                .clock(clock)
                .ids(ids);
    }

    private static List<Timetable> unbound(Cerniq cerniq) {
        return cerniq.runtime().schedules().stream()
                .filter(status -> !status.isBound())
                .map(ScheduleStatus::entry)
                .toList();
    }

    @Test
    void deals_time_out_by_themselves() {
        var cerniq = engine().build();
        var tenant = new TenantId(ids.next());
        cerniq.tenants().setUp(tenant, "A tenant");
        var deal = cerniq.negotiations()
                .open(tenant, People.AGENT, "open", OpenNegotiation.with(new LeadId(ids.next()), Goods.COMPANY))
                .get();
        cerniq.runtime().runDue();

        clock.move(Duration.ofDays(3));
        cerniq.runtime().runDue();

        assertThat(cerniq.negotiations()
                        .find(deal.negotiation())
                        .orElseThrow()
                        .timing()
                        .toldOf())
                .contains(clock.instant());
    }

    @Test
    void what_nobody_does_is_not_registered_and_said_so() {
        assertThat(unbound(engine().build()))
                .containsExactly(
                        Timetable.SEARCH_BACKLOG,
                        Timetable.STOCK_SYNC,
                        Timetable.OBLIO_STATUS,
                        Timetable.OBLIO_RECONCILIATION,
                        Timetable.EINVOICE_STATUS,
                        Timetable.EINVOICE_DEADLINES,
                        Timetable.DOCUMENT_CLEAN_UP);
    }

    @Test
    void an_adapter_binds_what_it_does() {
        var runs = new ArrayList<Instant>();
        var cerniq = engine().work(Timetable.OBLIO_STATUS, () -> runs.add(clock.instant()))
                .build();

        cerniq.runtime().runDue();
        clock.move(Duration.ofMinutes(15));
        cerniq.runtime().runDue();

        assertThat(unbound(cerniq)).doesNotContain(Timetable.OBLIO_STATUS);
        assertThat(runs).hasSize(2);
    }

    @Test
    void work_that_fails_is_seen_and_tried_again() {
        var cerniq = engine().work(Timetable.STOCK_SYNC, () -> {
                    throw new IllegalStateException("on purpose");
                })
                .build();

        cerniq.runtime().runDue();

        assertThat(cerniq.runtime().schedules().stream()
                        .filter(status -> status.entry() == Timetable.STOCK_SYNC)
                        .flatMap(status -> status.job().stream()))
                .extracting(JobView::failures)
                .containsExactly(1);
    }

    @Test
    void without_schedules_nothing_starts_and_everything_else_works() {
        var cerniq = Cerniq.builder()
                .storage(new InMemoryStorage())
                .policies(DroolsPolicies.standard())
                .build();

        assertThat(cerniq.runtime().isRunning()).isFalse();
        assertThat(unbound(cerniq)).containsExactly(Timetable.values());
        assertThatThrownBy(() -> cerniq.runtime().start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schedules");
        cerniq.runtime().stop();
    }

    @Test
    void it_starts_and_stops() {
        var cerniq = engine().build();

        cerniq.runtime().start();
        assertThat(cerniq.runtime().isRunning()).isTrue();
        cerniq.runtime().stop();
        assertThat(cerniq.runtime().isRunning()).isFalse();
    }

    @Test
    void every_entry_of_the_timetable_has_a_name_a_source_and_something_that_it_calls() {
        assertThat(Timetable.values()).allSatisfy(entry -> {
            assertThat(entry.source()).isNotBlank();
            assertThat(entry.calls()).isNotBlank();
            assertThat(entry.cadence().inWords()).isNotBlank();
        });
        assertThat(Arrays.stream(Timetable.values()).map(Timetable::job)).doesNotHaveDuplicates();
        assertThat(Timetable.NEGOTIATION_TIMEOUTS.job()).hasToString("negotiation-timeouts");
    }
}
