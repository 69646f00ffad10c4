package app.cerniq.testkit.memory;

import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.Place;
import app.cerniq.ports.stock.Reservations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryReservations implements Reservations {

    private final InMemoryStock stock;

    InMemoryReservations(InMemoryStock stock) {
        this.stock = stock;
    }

    @Override
    public List<Entry> of(NegotiationId negotiation) {
        synchronized (stock) {
            var warehouse = stock.of(negotiation.tenant());
            return warehouse.byDeal.getOrDefault(negotiation, List.of()).stream()
                    .map(warehouse::entry)
                    .sorted(Comparator.comparing(Entry::reservedAt)
                            .thenComparing(entry -> entry.reservation().place())
                            .thenComparing(entry -> entry.reservation().id().value()))
                    .toList();
        }
    }

    @Override
    public List<Entry> holding(TenantId tenant, Place place, Instant at, int limit) {
        synchronized (stock) {
            var warehouse = stock.of(tenant);
            return warehouse.activeAt(place).stream()
                    .map(warehouse::entry)
                    .filter(entry -> at.isBefore(entry.expiresAt()))
                    .sorted(Comparator.comparing(Entry::reservedAt)
                            .thenComparing(entry -> entry.reservation().id().value())
                            .reversed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public int releaseExpired(TenantId tenant, ActorRef by, Instant at, int limit) {
        synchronized (stock) {
            var warehouse = stock.of(tenant);
            var due = warehouse.active.keySet().stream()
                    .flatMap(place -> warehouse.due(place, at).stream())
                    .sorted(Comparator.comparing(Entry::expiresAt))
                    .limit(limit)
                    .toList();
            due.forEach(entry -> warehouse.expire(entry, by, at));
            return due.size();
        }
    }
}
