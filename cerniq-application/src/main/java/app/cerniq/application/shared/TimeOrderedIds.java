package app.cerniq.application.shared;

import app.cerniq.ports.shared.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids of RFC 9562, version 7: 48 bits of milliseconds, then 12 bits that count within one millisecond, then 62 random
 * bits. Ids of one source are strictly ascending, even where the clock stands still or steps back.
 */
public final class TimeOrderedIds implements Ids {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_2 = 0x8000000000000000L;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong lastTick = new AtomicLong();

    /** Ids by the given clock, with strong randomness. */
    public TimeOrderedIds(Clock clock) {
        this(clock, new SecureRandom());
    }

    TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        var now = clock.millis() << COUNTER_BITS;
        var tick = lastTick.updateAndGet(last -> Math.max(last + 1, now));
        var high = (tick >>> COUNTER_BITS) << 16 | VERSION_7 | (tick & COUNTER_MASK);
        var low = VARIANT_2 | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
