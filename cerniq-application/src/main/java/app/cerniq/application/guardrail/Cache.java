package app.cerniq.application.guardrail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was prepared for tenants, as many as fit; whoever was asked for longest ago goes first. What is kept is immutable
 * and stands under the version that it was made of, so that nobody ever gets a mixture of two.
 */
final class Cache<K, V> {

    private record Entry<V>(Object version, V value) {}

    private final Map<K, Entry<V>> entries;

    Cache(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * What is kept under this version or, where there is none, what is made now. It is made aside and without a lock; a
     * failure leaves everything as it was.
     */
    V get(K key, Object version, Supplier<V> fresh) {
        var kept = kept(key, version);
        if (kept.isPresent()) {
            return kept.get();
        }
        var made = fresh.get();
        keep(key, version, made);
        return made;
    }

    synchronized void keep(K key, Object version, V made) {
        entries.put(key, new Entry<>(version, made));
    }

    private synchronized Optional<V> kept(K key, Object version) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.version().equals(version))
                .map(Entry::value);
    }

    synchronized int size() {
        return entries.size();
    }
}
