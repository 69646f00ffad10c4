package app.cerniq.application.runtime.schedule;

import app.cerniq.ports.runtime.JobView;
import java.util.Optional;

/**
 * How one entry of the timetable stands.
 *
 * @param job empty where nothing is bound to it, so that it does not run: an adapter is missing
 */
public record ScheduleStatus(Timetable entry, Optional<JobView> job) {

    /** Whether it runs at all. */
    public boolean isBound() {
        return job.isPresent();
    }
}
