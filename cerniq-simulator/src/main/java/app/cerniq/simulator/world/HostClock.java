package app.cerniq.simulator.world;

import app.cerniq.testkit.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of one host: the true time and an error, which changes in jumps, so that it also runs backwards. */
final class HostClock extends Clock {

    private final MovableClock truth;
    private Duration error = Duration.ZERO;
    private Instant latest = Instant.MIN;

    HostClock(MovableClock truth) {
        this.truth = truth;
    }

    void err(Duration next) {
        error = next;
    }

    /** The latest instant that it ever showed. */
    Instant latest() {
        return latest;
    }

    @Override
    public Instant instant() {
        var now = truth.instant().plus(error);
        latest = now.isAfter(latest) ? now : latest;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return truth.getZone();
    }

    /** This clock: it has no zone but UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
