package app.cerniq.application.approval;

import app.cerniq.application.runtime.event.TellingTasks;
import app.cerniq.application.runtime.telemetry.Measure;
import app.cerniq.application.runtime.telemetry.Telemetry;
import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTask.Changed;
import app.cerniq.domain.approval.HumanTaskEntry.What;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.shared.Ids;
import io.vavr.control.Either;
import java.time.Duration;

/** Writes down what becomes of tasks, together with what others are told of it, and measures it. */
final class TaskRecord {

    private final HumanTasks tasks;
    private final TellingTasks news;
    private final Telemetry telemetry;

    TaskRecord(HumanTasks tasks, Telemetry telemetry, Ids ids) {
        this.tasks = tasks;
        this.news = new TellingTasks(ids);
        this.telemetry = telemetry;
    }

    /** The task of this topic, whoever opened it. */
    Either<HumanTaskRefusal, HumanTask> open(Changed fresh) {
        var id = fresh.next().id();
        return tasks.open(fresh, news.opened(fresh)).peek(task -> {
            if (task.id().equals(id)) {
                telemetry.count(
                        Measure.TASKS_OPENED,
                        id.tenant(),
                        kind(task),
                        task.priority().name());
            }
        });
    }

    Either<HumanTaskRefusal, HumanTask> commit(HumanTask before, Changed changed) {
        return tasks.commit(changed, news.changed(before, changed)).peek(task -> measure(before, changed));
    }

    private void measure(HumanTask before, Changed changed) {
        var task = changed.next();
        var entry = changed.entry();
        var tenant = task.id().tenant();
        if (!entry.at().isBefore(before.dueAt()) && isLate(entry.what())) {
            telemetry.count(Measure.TASKS_LATE, tenant, kind(task));
        }
        if (!task.status().isOpen()) {
            var took = Duration.between(task.openedAt(), entry.at());
            telemetry.time(
                    Measure.TASK_RESOLUTION,
                    took.isNegative() ? Duration.ZERO : took,
                    tenant,
                    kind(task),
                    task.status().word());
        }
    }

    /** Once for each role that let its time pass. */
    private static boolean isLate(What what) {
        return what == What.ESCALATED || what == What.EXPIRED || what == What.REJECTED || what == What.APPROVED;
    }

    private static String kind(HumanTask task) {
        return task.topic().kind().name();
    }
}
