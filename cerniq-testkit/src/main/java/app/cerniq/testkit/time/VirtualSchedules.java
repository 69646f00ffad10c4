package app.cerniq.testkit.time;

import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobName;
import app.cerniq.ports.runtime.JobView;
import app.cerniq.ports.runtime.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Schedules without threads, for tests and simulations: jobs run when {@link #runDue} is called and the clock says so, in the
 * order of due time, then name. The same clock gives the same runs, every time.
 */
public final class VirtualSchedules implements Schedules {

    private final Clock clock;
    private final Map<JobName, Course> courses = new TreeMap<>();
    private boolean isRunning;
    private boolean isSealed;

    /** Schedules by this clock. */
    public VirtualSchedules(Clock clock) {
        this.clock = clock;
    }

    /** How one job stands. */
    private static final class Course {

        private final Job job;
        private Instant next;
        private Optional<Instant> lastSuccess = Optional.empty();
        private Optional<Instant> lastFailure = Optional.empty();
        private int failures;

        private Course(Job job, Instant next) {
            this.job = job;
            this.next = next;
        }

        private void run(Clock clock) {
            try {
                job.body().run();
                failures = 0;
                lastSuccess = Optional.of(clock.instant());
                next = job.cadence().next(clock.instant());
            } catch (RuntimeException failed) {
                failures++;
                lastFailure = Optional.of(clock.instant());
                next = job.cadence().afterFailure(clock.instant(), failures);
            }
        }
    }

    @Override
    public synchronized void register(List<Job> jobs) {
        if (isSealed) {
            throw new IllegalStateException("Jobs are registered before the first run.");
        }
        for (var job : jobs) {
            if (courses.putIfAbsent(job.name(), new Course(job, job.cadence().first(clock.instant()))) != null) {
                throw new IllegalStateException("There is a job " + job.name() + " already.");
            }
        }
    }

    /** Notes that it was started; jobs still run only when {@link #runDue} is called. */
    @Override
    public synchronized void start() {
        if (isRunning) {
            throw new IllegalStateException("The schedules run already.");
        }
        isSealed = true;
        isRunning = true;
    }

    @Override
    public synchronized void stop(Duration atMost) {
        isRunning = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return isRunning;
    }

    @Override
    public synchronized int runDue() {
        isSealed = true;
        var runs = 0;
        for (var due = nextDue(); due.isPresent(); due = nextDue()) {
            due.get().run(clock);
            runs++;
        }
        return runs;
    }

    private Optional<Course> nextDue() {
        var now = clock.instant();
        return courses.values().stream()
                .filter(course -> !course.next.isAfter(now))
                .min(Comparator.comparing((Course course) -> course.next).thenComparing(course -> course.job.name()));
    }

    @Override
    public synchronized List<JobView> view() {
        return courses.values().stream()
                .map(course -> new JobView(
                        course.job.name(),
                        course.job.cadence(),
                        Optional.of(course.next),
                        course.lastSuccess,
                        course.lastFailure,
                        course.failures,
                        false))
                .toList();
    }
}
