package app.cerniq.ports.runtime;

import java.time.Duration;
import java.util.List;

/**
 * Runs jobs when their time comes. Any number of processes may share one store: each run is done by one of them. A run
 * that died with its process is done by another one. Thread-safe.
 */
public interface Schedules {

    /**
     * Takes jobs over; may be called until it is started or driven for the first time.
     *
     * @throws IllegalStateException afterwards, or where a job of that name is there already
     */
    void register(List<Job> jobs);

    /**
     * Begins to run jobs in threads of its own.
     *
     * @throws IllegalStateException where it runs already or was stopped
     * @throws app.cerniq.ports.shared.StorageUnavailable where the store cannot be used; it may be started again later
     */
    void start();

    /**
     * Begins no more runs, and waits for those under way; what is not done by then is interrupted and done by another
     * process, or after the next start. Stopping twice, or what was never started, does nothing.
     */
    void stop(Duration atMost);

    boolean isRunning();

    /**
     * Runs in the caller's thread what is due now, in the order of due time, then name; instead of {@link #start}, or beside
     * other processes that were started.
     *
     * @return how many runs there were, failed ones included
     * @throws IllegalStateException where it was started
     */
    int runDue();

    /** Every job that was registered, in the order of names. */
    List<JobView> view();
}
