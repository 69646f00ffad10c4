package app.cerniq.adapters.postgres;

import app.cerniq.ports.runtime.Cadence;
import app.cerniq.ports.runtime.Job;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;

/** A job as db-scheduler sees it: our cadence says when, and a run that died is done again. */
final class RecurringJob {

    private RecurringJob() {}

    static RecurringTask<Void> of(Job job) {
        return Tasks.recurring(job.name().value(), new ByCadence(job.cadence()))
                .onFailure((completed, next) -> tryAgain(job.cadence(), completed, next))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.body().run());
    }

    private static void tryAgain(Cadence cadence, ExecutionComplete failed, ExecutionOperations<Void> next) {
        var failures = failed.getExecution().consecutiveFailures + 1;
        next.reschedule(failed, cadence.afterFailure(failed.getTimeDone(), failures));
    }

    private record ByCadence(Cadence cadence) implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return cadence.next(done.getTimeDone());
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return cadence.first(now);
        }

        /** A time on the wall is always the same; then a new release that chose another one puts the next run there. */
        @Override
        public boolean isDeterministic() {
            return !cadence.beginsAtOnce();
        }
    }
}
