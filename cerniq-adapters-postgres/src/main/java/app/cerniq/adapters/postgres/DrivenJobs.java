package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.runtime.JobName;
import app.cerniq.ports.runtime.JobView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that run in a caller's thread, in the table of those that run by themselves and by its rules: who picks a run raises
 * its version, and who has one that died is told by the heartbeat.
 */
final class DrivenJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DrivenJobs.class);

    private static final String ADD = """
            insert into ${schema}.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, 'recurring', ?, false, 1)
            on conflict (task_name, task_instance) do nothing
            """;

    private static final String PICK = """
            update ${schema}.scheduled_tasks
            set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            where (task_name, task_instance) = (
                select t.task_name, t.task_instance
                from ${schema}.scheduled_tasks t
                where t.task_name = any (?)
                    and t.task_instance = 'recurring'
                    and t.execution_time <= ?
                    and (not t.picked or t.last_heartbeat <= ?)
                order by t.execution_time, t.task_name collate "C"
                limit 1
                for update skip locked
            )
            returning task_name, version, coalesce(consecutive_failures, 0) as failures
            """;

    private static final String DONE = """
            update ${schema}.scheduled_tasks
            set picked = false,
                picked_by = null,
                last_heartbeat = null,
                last_success = coalesce(?, last_success),
                last_failure = coalesce(?, last_failure),
                consecutive_failures = ?,
                execution_time = ?,
                version = version + 1
            where task_name = ? and task_instance = 'recurring' and version = ?
            """;

    private static final String VIEW = """
            select task_name, execution_time, last_success, last_failure, coalesce(consecutive_failures, 0) as failures, picked
            from ${schema}.scheduled_tasks
            where task_name = any (?) and task_instance = 'recurring'
            """;

    private final Database database;
    private final Clock clock;
    private final String me;
    private final Duration deadAfter;
    private final String add;
    private final String pick;
    private final String done;
    private final String view;

    DrivenJobs(Database database, Clock clock, String me, Duration deadAfter) {
        this.database = database;
        this.clock = clock;
        this.me = me;
        this.deadAfter = deadAfter;
        this.add = database.sql().text(ADD);
        this.pick = database.sql().text(PICK);
        this.done = database.sql().text(DONE);
        this.view = database.sql().text(VIEW);
    }

    private record Picked(JobName name, long version, int failures) {}

    int runDue(Map<JobName, Job> jobs) {
        addMissing(jobs);
        var runs = 0;
        for (var picked = pick(jobs); picked.isPresent(); picked = pick(jobs)) {
            run(Optional.ofNullable(jobs.get(picked.get().name())).orElseThrow(), picked.get());
            runs++;
        }
        return runs;
    }

    private void addMissing(Map<JobName, Job> jobs) {
        for (var job : jobs.values()) {
            database.run("add job " + job.name(), connection -> {
                try (var statement = connection.prepareStatement(add)) {
                    new Slots(statement)
                            .text(job.name().value())
                            .instant(job.cadence().first(clock.instant()));
                    return statement.executeUpdate();
                }
            });
        }
    }

    private Optional<Picked> pick(Map<JobName, Job> jobs) {
        var now = clock.instant();
        return database.run("pick a job", connection -> {
            try (var statement = connection.prepareStatement(pick)) {
                new Slots(statement)
                        .text(me)
                        .instant(now)
                        .texts(names(jobs))
                        .instant(now)
                        .instant(now.minus(deadAfter));
                try (var result = statement.executeQuery()) {
                    if (!result.next()) {
                        return Optional.<Picked>empty();
                    }
                    var row = new Row(result);
                    return Optional.of(new Picked(
                            new JobName(row.text("task_name")), row.number("version"), (int) row.number("failures")));
                }
            }
        });
    }

    private void run(Job job, Picked picked) {
        try {
            job.body().run();
        } catch (RuntimeException failed) {
            LOG.warn("job {} failed", job.name(), failed);
            var failures = picked.failures() + 1;
            var at = clock.instant();
            done(
                    picked,
                    Optional.empty(),
                    Optional.of(at),
                    failures,
                    job.cadence().afterFailure(at, failures));
            return;
        }
        var at = clock.instant();
        done(picked, Optional.of(at), Optional.empty(), 0, job.cadence().next(at));
    }

    private void done(Picked picked, Optional<Instant> success, Optional<Instant> failure, int failures, Instant next) {
        database.run("end a run of job " + picked.name(), connection -> {
            try (var statement = connection.prepareStatement(done)) {
                new Slots(statement)
                        .instant(success)
                        .instant(failure)
                        .number(failures)
                        .instant(next)
                        .text(picked.name().value())
                        .number(picked.version());
                return statement.executeUpdate();
            }
        });
    }

    List<JobView> view(Map<JobName, Job> jobs) {
        var standing = database.run("read how jobs stand", connection -> standing(connection, jobs));
        return jobs.values().stream()
                .map(job -> Optional.ofNullable(standing.get(job.name()))
                        .orElseGet(() -> new JobView(
                                job.name(),
                                job.cadence(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false)))
                .toList();
    }

    private Map<JobName, JobView> standing(Connection connection, Map<JobName, Job> jobs) throws SQLException {
        var standing = new TreeMap<JobName, JobView>();
        try (var statement = connection.prepareStatement(view)) {
            new Slots(statement).texts(names(jobs));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new Row(result);
                    var name = new JobName(row.text("task_name"));
                    var job = Optional.ofNullable(jobs.get(name)).orElseThrow();
                    standing.put(
                            name,
                            new JobView(
                                    name,
                                    job.cadence(),
                                    Optional.of(row.instant("execution_time")),
                                    row.maybeInstant("last_success"),
                                    row.maybeInstant("last_failure"),
                                    (int) row.number("failures"),
                                    row.flag("picked")));
                }
            }
        }
        return standing;
    }

    private static List<String> names(Map<JobName, Job> jobs) {
        var names = new ArrayList<String>();
        jobs.keySet().forEach(name -> names.add(name.value()));
        return names;
    }
}
