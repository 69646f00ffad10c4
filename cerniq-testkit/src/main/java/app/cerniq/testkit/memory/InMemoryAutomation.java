package app.cerniq.testkit.memory;

import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.SafetyBounds;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.shared.UnknownTenantException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Automation in memory; one lock for all tenants. */
final class InMemoryAutomation implements Automation {

    private record Counted(TenantId tenant, Signal signal) {}

    private final InMemoryTenants tenants;
    private final Map<Counted, TreeMap<Instant, Long>> minutes = new HashMap<>();
    private final Map<TenantId, List<Entry>> entries = new HashMap<>();
    private final Map<TenantId, SafetyBounds> bounds = new HashMap<>();

    InMemoryAutomation(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public synchronized long count(TenantId tenant, Signal signal, Instant at, Duration window) {
        if (!tenants.knows(tenant)) {
            return 0;
        }
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        var counts = minutes.computeIfAbsent(new Counted(tenant, signal), fresh -> new TreeMap<>());
        counts.merge(minute, 1L, Long::sum);
        return counts.subMap(minute.minus(window), false, minute, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public synchronized Optional<Park> parked(TenantId tenant) {
        return entries.getOrDefault(tenant, List.of()).stream()
                .filter(entry -> entry.end().isEmpty())
                .map(Entry::park)
                .findFirst();
    }

    @Override
    public synchronized boolean park(Park park) {
        if (!tenants.knows(park.tenant()) || parked(park.tenant()).isPresent()) {
            return false;
        }
        entries.computeIfAbsent(park.tenant(), fresh -> new ArrayList<>()).add(0, new Entry(park, Optional.empty()));
        return true;
    }

    @Override
    public synchronized boolean resume(TenantId tenant, ActorRef by, String reason, Instant at) {
        var standing = parked(tenant);
        standing.ifPresent(park -> {
            entries.getOrDefault(tenant, new ArrayList<>())
                    .replaceAll(entry ->
                            entry.end().isEmpty() ? new Entry(park, Optional.of(new End(at, by, reason))) : entry);
            minutes.keySet().removeIf(counted -> counted.tenant().equals(tenant));
        });
        return standing.isPresent();
    }

    @Override
    public synchronized List<Entry> history(TenantId tenant, int limit) {
        return entries.getOrDefault(tenant, List.of()).stream().limit(limit).toList();
    }

    @Override
    public synchronized SafetyBounds bounds(TenantId tenant) {
        return bounds.getOrDefault(tenant, SafetyBounds.standard());
    }

    @Override
    public synchronized void bound(TenantId tenant, SafetyBound bound) {
        if (!tenants.knows(tenant)) {
            throw new UnknownTenantException(tenant);
        }
        bounds.put(tenant, bounds(tenant).with(bound));
    }
}
