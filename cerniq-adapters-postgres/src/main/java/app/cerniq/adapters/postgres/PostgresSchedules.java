package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobName;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.ports.runtime.Schedules;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Schedules in PostgreSQL, by db-scheduler: the table {@code scheduled_tasks} says which job runs next and who has it. Every
 * process may register the same jobs; a run is picked by one of them. A process that dies stops its heartbeat, and 12 to 20
 * seconds later another one does its run again.
 *
 * <p>The clocks of processes that share a database must agree to within some seconds: heartbeats are compared across them.
 */
public final class PostgresSchedules implements Schedules {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_BEATS_OF_THE_DEAD = 4;
    private static final int THREADS = 4;
    /** For runs that were waited for already and are interrupted now. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);
    /** Tells schedulers of one process apart. */
    private static final AtomicLong COUNTER = new AtomicLong();

    private final PostgresStorage storage;
    private final Clock clock;
    private final String me;
    private final DrivenJobs driven;
    private final Map<JobName, Job> jobs = new TreeMap<>();
    private Optional<Scheduler> started = Optional.empty();
    private boolean isSealed;

    private PostgresSchedules(PostgresStorage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        this.me = new SchedulerName.Hostname().getName() + " "
                + ProcessHandle.current().pid() + " " + COUNTER.incrementAndGet();
        this.driven = new DrivenJobs(storage.database(), clock, me, HEARTBEAT.multipliedBy(MISSED_BEATS_OF_THE_DEAD));
    }

    /** Schedules in the database of a store, by the system's time. */
    public static PostgresSchedules of(PostgresStorage storage) {
        return of(storage, Clock.systemUTC());
    }

    /** Schedules in the database of a store, by a clock. */
    public static PostgresSchedules of(PostgresStorage storage, Clock clock) {
        return new PostgresSchedules(storage, clock);
    }

    @Override
    public synchronized void register(List<Job> more) {
        if (isSealed) {
            throw new IllegalStateException("Jobs are registered before the first run.");
        }
        for (var job : more) {
            if (jobs.putIfAbsent(job.name(), job) != null) {
                throw new IllegalStateException("There is a job " + job.name() + " already.");
            }
        }
    }

    @Override
    public synchronized void start() {
        if (started.isPresent()) {
            throw new IllegalStateException("The schedules run already.");
        }
        storage.validate();
        isSealed = true;
        var scheduler = scheduler();
        scheduler.start();
        started = Optional.of(scheduler);
    }

    private Scheduler scheduler() {
        var tasks = jobs.values().stream().map(RecurringJob::of).toList();
        return Scheduler.create(storage.dataSource())
                .startTasks(tasks)
                .tableName(storage.database().sql().schema() + ".scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(me))
                // Named, so that nothing asks the database which one it is; timestamps have a zone.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_BEATS_OF_THE_DEAD)
                .shutdownMaxWait(LAST_WAIT)
                .commitWhenAutocommitDisabled(true)
                .build();
    }

    @Override
    public synchronized void stop(Duration atMost) {
        if (started.isEmpty()) {
            return;
        }
        var scheduler = started.get();
        started = Optional.empty();
        scheduler.pause();
        letFinish(scheduler, atMost);
        scheduler.stop();
    }

    private static void letFinish(Scheduler scheduler, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            while (!scheduler.getCurrentlyExecuting().isEmpty() && System.nanoTime() - end < 0) {
                Thread.sleep(20);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return started.isPresent();
    }

    @Override
    public synchronized int runDue() {
        if (started.isPresent()) {
            throw new IllegalStateException("The schedules run by themselves.");
        }
        isSealed = true;
        return driven.runDue(jobs);
    }

    @Override
    public synchronized List<JobView> view() {
        return driven.view(jobs);
    }
}
