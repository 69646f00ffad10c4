package app.cerniq.testkit.memory;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class InMemoryEventArchive implements EventArchive {

    private static final Comparator<OutboxMessage> IN_TIME =
            Comparator.comparing(OutboxMessage::timestamp).thenComparing(OutboxMessage::eventId);

    private final Map<TenantId, Map<UUID, OutboxMessage>> kept = new HashMap<>();

    private Map<UUID, OutboxMessage> of(TenantId tenant) {
        return kept.computeIfAbsent(tenant, fresh -> new LinkedHashMap<>());
    }

    @Override
    public synchronized void keep(TenantId tenant, List<OutboxMessage> messages) {
        messages.forEach(message -> of(tenant).putIfAbsent(message.eventId(), message));
    }

    @Override
    public synchronized List<OutboxMessage> find(TenantId tenant, Span span, int limit) {
        return of(tenant).values().stream()
                .filter(span::includes)
                .sorted(IN_TIME)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int destroy(TenantId tenant, Instant before, int limit) {
        var old = of(tenant).values().stream()
                .filter(message -> message.timestamp().isBefore(before))
                .sorted(IN_TIME)
                .limit(limit)
                .map(OutboxMessage::eventId)
                .toList();
        of(tenant).keySet().removeAll(old);
        return old.size();
    }
}
