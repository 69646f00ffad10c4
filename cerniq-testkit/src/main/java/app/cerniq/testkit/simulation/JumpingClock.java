package app.cerniq.testkit.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** A clock that runs like another one, ahead of it or behind, and sometimes jumps. For one thread. */
final class JumpingClock extends Clock {

    private final Clock base;
    private final Duration skew;
    private final RandomGenerator random;
    private Duration offset = Duration.ZERO;

    JumpingClock(Clock base, Duration skew, RandomGenerator random) {
        this.base = base;
        this.skew = skew;
        this.random = random;
    }

    void jump() {
        var most = skew.toMillis();
        offset = Duration.ofMillis(most == 0 ? 0 : random.nextLong(-most, most + 1));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new JumpingClock(base.withZone(zone), skew, random);
    }
}
