package app.cerniq.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.testkit.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MovableClock clock = MovableClock.at(NOON);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void an_id_is_of_version_7_and_variant_2() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void an_id_begins_with_the_milliseconds_of_its_time() {
        assertThat(ids.next().getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void ids_rise_even_where_the_clock_stands_still_or_steps_back() {
        var given = new ArrayList<String>();
        for (var step = 0; step < 20_000; step++) {
            given.add(ids.next().toString());
            if (step % 1_000 == 0) {
                clock.move(Duration.ofMillis(-3));
            }
        }

        assertThat(given).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void threads_never_share_an_id() throws InterruptedException {
        var seen = ConcurrentHashMap.<UUID>newKeySet();
        var pool = Executors.newFixedThreadPool(4);
        try {
            pool.invokeAll(java.util.Collections.nCopies(4, Executors.callable(() -> {
                for (var step = 0; step < 5_000; step++) {
                    seen.add(ids.next());
                }
            })));
        } finally {
            pool.shutdownNow();
        }

        assertThat(seen).hasSize(20_000);
    }
}
