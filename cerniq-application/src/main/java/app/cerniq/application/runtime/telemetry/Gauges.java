package app.cerniq.application.runtime.telemetry;

import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.telemetry.Telemetry.Reading;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.ports.shared.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is now: read by a job, so that whoever scrapes never touches the database. */
public final class Gauges {

    private static final int MOST = 1_000;
    private static final int PAGE = 500;

    private final Storage storage;
    private final Breakers breakers;
    private final Supplier<List<JobView>> jobs;
    private final Telemetry telemetry;
    private final Clock clock;

    /**
     * Gauges over one store.
     *
     * @param jobs how the recurring jobs stand
     */
    public Gauges(Storage storage, Breakers breakers, Supplier<List<JobView>> jobs, Telemetry telemetry, Clock clock) {
        this.storage = storage;
        this.breakers = breakers;
        this.jobs = jobs;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** Reads everything once. */
    public void refresh() {
        var at = clock.instant();
        var backlog = storage.outbox().backlog(Optional.empty(), at);
        show(Measure.OUTBOX_PENDING, backlog.pending());
        show(Measure.OUTBOX_AGE, backlog.oldest().toSeconds());
        var dead = new TreeMap<String, Long>();
        var sagas = new TreeMap<String, Long>();
        var open = new TreeMap<String, Long>();
        var overdue = new TreeMap<String, Long>();
        var parked = 0L;
        var drifts = 0L;
        for (var tenant : tenants()) {
            storage.deadLetters()
                    .open(tenant, Optional.empty(), MOST)
                    .forEach(letter -> add(dead, letter.consumer().value()));
            storage.sagas()
                    .in(tenant, NOT_OVER, MOST)
                    .forEach(saga -> add(sagas, saga.status().name()));
            for (var task : storage.humanTasks().open(tenant, Optional.empty(), MOST)) {
                add(open, task.topic().kind().name());
                if (!at.isBefore(task.dueAt())) {
                    add(overdue, task.topic().kind().name());
                }
            }
            parked += storage.automation().parked(tenant).isPresent() ? 1 : 0;
            drifts += storage.inventory().drifts(tenant).size();
        }
        show(Measure.DEAD_LETTERS, dead);
        show(Measure.SAGAS, sagas);
        show(Measure.TASKS_OPEN, open);
        show(Measure.TASKS_OVERDUE, overdue);
        show(Measure.AUTOMATION_PARKED, parked);
        show(Measure.STOCK_DRIFTS, drifts);
        showBreakers();
        telemetry.show(
                Measure.SCHEDULE_LATE,
                jobs.get().stream()
                        .map(job ->
                                new Reading(late(job, at), List.of(job.name().value())))
                        .toList());
    }

    private static final EnumSet<SagaStatus> NOT_OVER = EnumSet.of(
            SagaStatus.RUNNING, SagaStatus.WAITING, SagaStatus.COMPENSATING, SagaStatus.STUCK, SagaStatus.PARKED);

    /** For how long a run has been due that did not succeed; zero for one that is on time. */
    private static double late(JobView job, Instant at) {
        return job.next()
                .map(due -> job.failures() > 0 && job.lastSuccess().isPresent()
                        ? job.cadence().next(job.lastSuccess().get())
                        : due)
                .map(due -> Duration.between(due, at))
                .filter(past -> !past.isNegative())
                .map(past -> (double) past.toSeconds())
                .orElse(0.0);
    }

    /** The worst of each service: one tenant whose partner is left alone is enough to be looked at. */
    private void showBreakers() {
        var worst = new TreeMap<String, Long>();
        breakers.views()
                .forEach(view ->
                        worst.merge(view.partner().name(), (long) view.state().metric(), Math::max));
        show(Measure.CIRCUIT_STATE, worst);
    }

    private List<TenantId> tenants() {
        var all = new ArrayList<TenantId>();
        var page = storage.tenants().page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = storage.tenants().page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return all;
    }

    private static void add(Map<String, Long> counts, String label) {
        counts.merge(label, 1L, Long::sum);
    }

    private void show(Measure measure, long value) {
        telemetry.show(measure, List.of(new Reading(value, List.of())));
    }

    private void show(Measure measure, Map<String, Long> counts) {
        telemetry.show(
                measure,
                counts.entrySet().stream()
                        .map(count -> new Reading(count.getValue(), List.of(count.getKey())))
                        .toList());
    }
}
