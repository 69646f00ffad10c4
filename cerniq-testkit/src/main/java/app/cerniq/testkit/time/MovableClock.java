package app.cerniq.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved; in UTC, safe to share between threads. */
public final class MovableClock extends Clock {

    private Instant now;

    private MovableClock(Instant start) {
        this.now = start;
    }

    /** A clock that shows the given instant. */
    public static MovableClock at(Instant start) {
        return new MovableClock(start);
    }

    /** Moves on by a duration, which may be negative, and tells the new time. */
    public synchronized Instant move(Duration by) {
        now = now.plus(by);
        return now;
    }

    /** Jumps to an instant. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** This clock: it has no zone but UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
