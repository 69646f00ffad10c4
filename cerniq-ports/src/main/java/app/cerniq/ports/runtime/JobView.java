package app.cerniq.ports.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands, for whoever operates it.
 *
 * @param next when it runs next, or began if it is running; empty where no process with this job was ever started
 * @param failures how often in a row it failed
 */
public record JobView(
        JobName name,
        Cadence cadence,
        Optional<Instant> next,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int failures,
        boolean isRunning) {}
