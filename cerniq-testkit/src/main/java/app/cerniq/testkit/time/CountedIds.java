package app.cerniq.testkit.time;

import app.cerniq.ports.shared.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up from a start: unlike in every test that names another start, and always in order. */
public final class CountedIds implements Ids {

    private final long series;
    private final AtomicLong count = new AtomicLong();

    /** @param series keeps two sources apart; the same series gives the same ids again */
    public CountedIds(long series) {
        this.series = series;
    }

    @Override
    public UUID next() {
        // Version 7 and variant 2, so that they pass wherever a real id does.
        return new UUID((series << 16) | 0x7000L, 0x8000000000000000L | count.incrementAndGet());
    }
}
