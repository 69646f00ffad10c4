package app.cerniq.application.runtime.schedule;

import app.cerniq.application.runtime.event.Dispatcher;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.ports.runtime.Schedules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs by itself. Nothing does until {@link #start} is called; whoever wants no threads calls {@link #runDue} instead.
 * What has no adapter yet is not registered, and {@link #schedules} says so. Thread-safe.
 */
public final class RuntimeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeDesk.class);

    /** So long a graceful stop waits unless told otherwise. */
    public static final Duration GRACE = Duration.ofSeconds(20);

    /** At most so many passes of the dispatcher in one {@link #runDue}. */
    private static final int PASSES = 1_000;

    private final Optional<Schedules> schedules;
    private final EventDesk events;
    private final Dispatcher dispatcher;
    private final AtomicReference<Optional<Dispatching>> dispatching = new AtomicReference<>(Optional.empty());

    /**
     * Hosts get theirs from {@link app.cerniq.application.Cerniq}.
     *
     * @param schedules empty where the host chose none; then nothing can be started
     * @param bound what is done for each entry; others do not run
     * @param events what is dispatched while it runs
     */
    public RuntimeDesk(Optional<Schedules> schedules, Map<Timetable, Job.Body> bound, EventDesk events) {
        this.schedules = schedules;
        this.events = events;
        this.dispatcher = events.dispatcher();
        schedules.ifPresent(chosen -> chosen.register(jobs(bound)));
    }

    private static List<Job> jobs(Map<Timetable, Job.Body> bound) {
        return Arrays.stream(Timetable.values())
                .flatMap(entry ->
                        Optional.ofNullable(bound.get(entry))
                                .map(body -> new Job(entry.job(), entry.cadence(), body))
                                .stream())
                .toList();
    }

    /**
     * Begins to run what is due and to dispatch events, in threads of its own.
     *
     * @throws IllegalStateException where it runs already, or no schedules were chosen
     * @throws app.cerniq.ports.shared.StorageUnavailable where the store cannot be used; it may be started again later
     */
    public void start() {
        chosen().start();
        dispatching.set(Optional.of(Dispatching.begin(events)));
        schedules().stream()
                .filter(status -> !status.isBound())
                .forEach(status -> LOG.info(
                        "{} does not run: nothing is bound to it",
                        status.entry().job()));
    }

    /** As {@link #stop(Duration)} with {@link #GRACE}. */
    public void stop() {
        stop(GRACE);
    }

    /** Begins nothing more and waits for what is under way, but no longer than told. */
    public void stop(Duration atMost) {
        schedules.ifPresent(chosen -> chosen.stop(atMost));
        dispatching.getAndSet(Optional.empty()).ifPresent(running -> running.end(atMost));
    }

    public boolean isRunning() {
        return schedules.map(Schedules::isRunning).orElse(false);
    }

    /**
     * Runs in the caller's thread what is due now, and dispatches until nothing waits.
     *
     * @return how many runs of jobs there were
     */
    public int runDue() {
        var runs = chosen().runDue();
        for (var pass = 0; pass < PASSES && !dispatcher.runOnce().isEmpty(); pass++) {
            LOG.debug("pass {} of the dispatcher", pass);
        }
        return runs;
    }

    /** Every entry of the timetable and how it stands. */
    public List<ScheduleStatus> schedules() {
        var views = schedules.map(Schedules::view).orElse(List.of());
        return Arrays.stream(Timetable.values())
                .map(entry -> new ScheduleStatus(entry, view(entry, views)))
                .toList();
    }

    private static Optional<JobView> view(Timetable entry, List<JobView> views) {
        return views.stream().filter(view -> view.name().equals(entry.job())).findFirst();
    }

    private Schedules chosen() {
        return schedules.orElseThrow(() -> new IllegalStateException(
                "An engine that runs by itself needs schedules(…), for example those of PostgreSQL."));
    }
}
