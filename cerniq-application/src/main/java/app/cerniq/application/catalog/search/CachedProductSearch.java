package app.cerniq.application.catalog.search;

import app.cerniq.domain.catalog.search.Matches;
import app.cerniq.ports.catalog.search.MatchQuestion;
import app.cerniq.ports.catalog.search.ProductSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for a while which goods fit a question. It keeps {@link Matches}, which have no room for a price or a stock
 * figure; those are read for every answer, and so is whether the goods are still on sale. What it may serve late are words:
 * goods that came or were described otherwise since. Thread-safe; the model's answers and refusals are never kept.
 */
public final class CachedProductSearch implements ProductSearch {

    private record Key(MatchQuestion question, int most) {}

    private record Kept(Matches matches, Instant from) {}

    private final ProductSearch search;
    private final Clock clock;
    private final Duration age;
    private final Map<Key, Kept> kept;

    /**
     * @param search who is asked where nothing is remembered
     * @param clock the time
     * @param age how long something is remembered, up to an hour
     * @param most how many questions are remembered, 1 to 100,000; beyond, the one that was not asked for longest goes
     */
    public CachedProductSearch(ProductSearch search, Clock clock, Duration age, int most) {
        if (age.isNegative() || age.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("Matches are remembered for up to an hour, not " + age + ".");
        }
        if (most < 1 || most > 100_000) {
            throw new IllegalArgumentException("1 to 100000 questions can be remembered, not " + most + ".");
        }
        this.search = search;
        this.clock = clock;
        this.age = age;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public Matches matches(MatchQuestion question, int most) {
        var key = new Key(question, most);
        var now = clock.instant();
        return remembered(key, now).orElseGet(() -> {
            var fresh = search.matches(question, most);
            synchronized (kept) {
                kept.put(key, new Kept(fresh, now));
            }
            return fresh;
        });
    }

    private Optional<Matches> remembered(Key key, Instant now) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key))
                    // Neither too old nor, on a clock that was set back, from the future.
                    .filter(there -> !now.isBefore(there.from())
                            && now.isBefore(there.from().plus(age)))
                    .map(Kept::matches);
        }
    }
}
