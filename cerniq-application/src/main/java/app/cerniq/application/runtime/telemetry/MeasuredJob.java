package app.cerniq.application.runtime.telemetry;

import app.cerniq.ports.runtime.Job;
import java.time.Duration;

/** A recurring job whose runs are measured. */
public record MeasuredJob(String job, Job.Body body, Telemetry telemetry) implements Job.Body {

    @Override
    public void run() {
        var from = System.nanoTime();
        var outcome = "failed";
        try {
            body.run();
            outcome = "done";
        } finally {
            telemetry.time(Measure.SCHEDULE_RUNS, Duration.ofNanos(System.nanoTime() - from), job, outcome);
        }
    }
}
