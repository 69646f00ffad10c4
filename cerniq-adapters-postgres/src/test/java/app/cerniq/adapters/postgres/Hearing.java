package app.cerniq.adapters.postgres;

import app.cerniq.domain.runtime.event.Envelope;
import app.cerniq.domain.runtime.event.EventType;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeliveryNote;
import app.cerniq.ports.runtime.EventConsumer;
import app.cerniq.ports.runtime.Reception;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Hears everything, in any number of dispatchers at once, and knows how often and in which order. */
final class Hearing implements EventConsumer {

    private final Map<String, List<UUID>> bySubject = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    @Override
    public ConsumerName name() {
        return new ConsumerName("hearing");
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.CIRCUIT_CLOSED);
    }

    /** A lease is at least four times as long: tests do not wait two minutes for one. */
    @Override
    public Duration timeLimit() {
        return Duration.ofMillis(200);
    }

    @Override
    public Reception consume(Envelope envelope, DeliveryNote note) {
        var heard = bySubject.computeIfAbsent(envelope.tenant() + "/" + envelope.subject(), fresh -> new ArrayList<>());
        synchronized (heard) {
            heard.add(envelope.eventId());
        }
        count.incrementAndGet();
        return Reception.done();
    }

    long count() {
        return count.get();
    }

    /** What was heard first of each subject, without what was heard again. */
    Map<String, List<UUID>> inOrder() {
        var all = new HashMap<String, List<UUID>>();
        bySubject.forEach((subject, heard) -> {
            synchronized (heard) {
                all.put(subject, List.copyOf(new LinkedHashSet<>(heard)));
            }
        });
        return all;
    }

    long distinct() {
        var all = new HashSet<UUID>();
        inOrder().values().forEach(all::addAll);
        return all.size();
    }
}
