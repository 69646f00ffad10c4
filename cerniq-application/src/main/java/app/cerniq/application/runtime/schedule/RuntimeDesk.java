package app.cerniq.application.runtime.schedule;

import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.ports.runtime.Schedules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Optional<Schedules> schedules;

    /**
     * Hosts get theirs from {@link app.cerniq.application.Cerniq}.
     *
     * @param schedules empty where the host chose none; then nothing can be started
     * @param bound what is done for each entry; others do not run
     */
    public RuntimeDesk(Optional<Schedules> schedules, Map<Timetable, Job.Body> bound) {
        this.schedules = schedules;
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
     * Begins to run what is due, in threads of its own.
     *
     * @throws IllegalStateException where it runs already, or no schedules were chosen
     * @throws app.cerniq.ports.shared.StorageUnavailable where the store cannot be used; it may be started again later
     */
    public void start() {
        chosen().start();
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
    }

    public boolean isRunning() {
        return schedules.map(Schedules::isRunning).orElse(false);
    }

    /**
     * Runs in the caller's thread what is due now.
     *
     * @return how many runs there were
     */
    public int runDue() {
        return chosen().runDue();
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
