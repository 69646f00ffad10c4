package app.cerniq.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.ports.runtime.Cadence;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobName;
import app.cerniq.ports.runtime.Schedules;
import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Schedules} must do, driven by a clock that the test moves. */
public interface SchedulesContract {

    /** Schedules that never ran, by the clock; two calls within a test share their store. */
    Schedules schedules(MovableClock clock);

    private static MovableClock clock() {
        return MovableClock.at(Instant.parse("2026-03-02T10:00:00Z"));
    }

    private static Job job(String name, Cadence cadence, Job.Body body) {
        return new Job(new JobName(name), cadence, body);
    }

    private static Cadence minutes(long minutes) {
        return new Cadence.Every(Duration.ofMinutes(minutes));
    }

    @Test
    default void a_job_runs_at_once_and_again_after_its_pause() {
        var clock = clock();
        var runs = new ArrayList<Instant>();
        var schedules = schedules(clock);
        schedules.register(List.of(job("sweep", minutes(5), () -> runs.add(clock.instant()))));

        assertThat(schedules.runDue()).isOne();
        assertThat(schedules.runDue()).isZero();
        clock.move(Duration.ofMinutes(5).minusMillis(1));
        assertThat(schedules.runDue()).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(schedules.runDue()).isOne();
        clock.move(Duration.ofDays(1));
        assertThat(schedules.runDue()).isOne();
        assertThat(runs).hasSize(3);
    }

    @Test
    default void what_is_due_runs_in_the_order_of_time_then_name() {
        var clock = clock();
        var runs = new ArrayList<String>();
        var schedules = schedules(clock);
        schedules.register(List.of(
                job("c-late", minutes(10), () -> runs.add("c")),
                job("b-same", minutes(5), () -> runs.add("b")),
                job("a-same", minutes(5), () -> runs.add("a"))));
        schedules.runDue();
        runs.clear();

        clock.move(Duration.ofMinutes(15));
        schedules.runDue();

        assertThat(runs).containsExactly("a", "b", "c");
    }

    @Test
    default void a_daily_job_waits_for_its_time_on_the_wall() {
        var clock = clock();
        var runs = new ArrayList<Instant>();
        var schedules = schedules(clock);
        var bucharest = ZoneId.of("Europe/Bucharest");
        schedules.register(List.of(
                job("night", new Cadence.Daily(LocalTime.of(3, 0), bucharest), () -> runs.add(clock.instant()))));

        assertThat(schedules.runDue()).isZero();
        clock.move(Duration.ofHours(15).minusSeconds(1));
        assertThat(schedules.runDue()).isZero();
        clock.move(Duration.ofSeconds(1));
        assertThat(schedules.runDue()).isOne();
        assertThat(runs).containsExactly(Instant.parse("2026-03-03T01:00:00Z"));
        assertThat(schedules.view().get(0).next()).contains(Instant.parse("2026-03-04T01:00:00Z"));
    }

    @Test
    default void a_job_that_fails_is_tried_again_ever_later_and_harms_no_other() {
        var clock = clock();
        var others = new ArrayList<Instant>();
        var schedules = schedules(clock);
        schedules.register(List.of(
                job("fails", minutes(30), () -> {
                    throw new IllegalStateException("on purpose");
                }),
                job("works", minutes(30), () -> others.add(clock.instant()))));

        schedules.runDue();
        var first = schedules.view().get(0);
        assertThat(first.failures()).isOne();
        assertThat(first.lastFailure()).contains(clock.instant());
        assertThat(first.lastSuccess()).isEmpty();
        assertThat(first.next()).contains(clock.instant().plusSeconds(10));

        clock.move(Duration.ofSeconds(10));
        assertThat(schedules.runDue()).isOne();
        assertThat(schedules.view().get(0).failures()).isEqualTo(2);
        assertThat(schedules.view().get(0).next()).contains(clock.instant().plusSeconds(20));
        assertThat(others).hasSize(1);
    }

    @Test
    default void a_job_that_works_again_forgets_its_failures() {
        var clock = clock();
        var calls = new ArrayList<Instant>();
        var schedules = schedules(clock);
        schedules.register(List.of(job("recovers", minutes(1), () -> {
            calls.add(clock.instant());
            if (calls.size() == 1) {
                throw new IllegalStateException("on purpose");
            }
        })));

        schedules.runDue();
        clock.move(Duration.ofSeconds(10));
        schedules.runDue();

        var view = schedules.view().get(0);
        assertThat(view.failures()).isZero();
        assertThat(view.lastSuccess()).contains(clock.instant());
        assertThat(view.next()).contains(clock.instant().plusSeconds(60));
    }

    @Test
    default void a_clock_that_goes_back_runs_nothing_twice() {
        var clock = clock();
        var runs = new ArrayList<Instant>();
        var schedules = schedules(clock);
        schedules.register(List.of(job("sweep", minutes(5), () -> runs.add(clock.instant()))));
        schedules.runDue();

        clock.move(Duration.ofHours(-3));
        assertThat(schedules.runDue()).isZero();
        clock.move(Duration.ofHours(3).plusMinutes(5));

        assertThat(schedules.runDue()).isOne();
    }

    @Test
    default void the_view_tells_every_job_in_the_order_of_names() {
        var clock = clock();
        var schedules = schedules(clock);
        schedules.register(List.of(job("b", minutes(5), () -> {}), job("a", minutes(7), () -> {})));
        schedules.runDue();

        assertThat(schedules.view()).extracting(view -> view.name().value()).containsExactly("a", "b");
        assertThat(schedules.view().get(0).cadence()).isEqualTo(minutes(7));
        assertThat(schedules.view().get(0).lastSuccess()).contains(clock.instant());
        assertThat(schedules.view().get(0).next())
                .isEqualTo(Optional.of(clock.instant().plusSeconds(420)));
        assertThat(schedules.view()).noneMatch(view -> view.isRunning());
    }

    @Test
    default void two_jobs_of_one_name_are_refused_and_so_is_one_that_comes_too_late() {
        var schedules = schedules(clock());
        var job = job("sweep", minutes(5), () -> {});
        schedules.register(List.of(job));

        assertThatThrownBy(() -> schedules.register(List.of(job)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sweep");
        schedules.runDue();
        assertThatThrownBy(() -> schedules.register(List.of(job("other", minutes(5), () -> {}))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void what_was_never_started_is_not_running_and_may_be_stopped() {
        var schedules = schedules(clock());

        assertThat(schedules.isRunning()).isFalse();
        schedules.stop(Duration.ofSeconds(1));
        assertThat(schedules.isRunning()).isFalse();
    }
}
