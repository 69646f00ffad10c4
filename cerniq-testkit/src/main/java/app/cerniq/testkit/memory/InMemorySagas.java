package app.cerniq.testkit.memory;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.Sagas;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** One lock for everything: a change is atomic because nobody else is inside. */
final class InMemorySagas implements Sagas {

    private final InMemoryTenants tenants;
    private final InMemoryOutbox outbox;
    private final Map<SagaId, Saga> sagas = new LinkedHashMap<>();
    private final Map<SagaId, List<SagaEntry>> journals = new HashMap<>();
    private final Map<SagaId, Lease> leases = new HashMap<>();

    InMemorySagas(InMemoryTenants tenants, InMemoryOutbox outbox) {
        this.tenants = tenants;
        this.outbox = outbox;
    }

    @Override
    public synchronized Either<SagaRefusal, Saga> begin(SagaChange start, List<OutboxMessage> messages) {
        var saga = start.next();
        if (!tenants.knows(saga.id().tenant())) {
            return left(new SagaRefusal.UnknownTenant(saga.id().tenant()));
        }
        var rival = of(saga.id().tenant())
                .filter(other -> other.plan().equals(saga.plan())
                        && other.subject().equals(saga.subject())
                        && other.status() != SagaStatus.COMPENSATED)
                .findFirst();
        if (rival.isPresent()) {
            return left(
                    new SagaRefusal.AlreadyRunning(saga.subject(), rival.get().id()));
        }
        if (sagas.containsKey(saga.id())) {
            return left(new SagaRefusal.SagaChanged(0, sagas.get(saga.id()).version()));
        }
        return right(store(start, messages));
    }

    @Override
    public synchronized Either<SagaRefusal, Saga> keep(SagaChange change, List<OutboxMessage> messages) {
        var id = change.next().id();
        var standing = find(id);
        if (standing.isEmpty()) {
            return left(new SagaRefusal.UnknownSaga(id));
        }
        var expected = change.next().version() - 1;
        return standing.get().version() == expected
                ? right(store(change, messages))
                : left(new SagaRefusal.SagaChanged(expected, standing.get().version()));
    }

    private Saga store(SagaChange change, List<OutboxMessage> messages) {
        var saga = change.next();
        sagas.put(saga.id(), saga);
        journals.computeIfAbsent(saga.id(), fresh -> new ArrayList<>()).addAll(change.entries());
        outbox.append(saga.id().tenant(), messages);
        return saga;
    }

    @Override
    public synchronized Optional<Saga> find(SagaId id) {
        return Optional.ofNullable(sagas.get(id));
    }

    @Override
    public synchronized List<Saga> about(TenantId tenant, String kind, UUID subject) {
        return of(tenant)
                .filter(saga -> saga.subject().kind().equals(kind)
                        && saga.subject().id().equals(subject))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<Saga> in(TenantId tenant, Set<SagaStatus> statuses, int limit) {
        return of(tenant)
                .filter(saga -> statuses.contains(saga.status()))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<SagaEntry> journal(SagaId id) {
        return List.copyOf(journals.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized List<TenantId> due(Instant at, int limit) {
        return sagas.values().stream()
                .filter(saga -> isFree(saga, at))
                .sorted(LONGEST_WAITING_FIRST)
                .map(saga -> saga.id().tenant())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Saga> claim(TenantId tenant, Lease lease, int limit) {
        var taken = of(tenant)
                .filter(saga -> isFree(saga, lease.from()))
                .sorted(LONGEST_WAITING_FIRST)
                .limit(limit)
                .toList();
        taken.forEach(saga -> leases.put(saga.id(), lease));
        return taken;
    }

    @Override
    public synchronized void release(SagaId id, Lease lease) {
        leases.remove(id, lease);
    }

    private boolean isFree(Saga saga, Instant at) {
        var lease = Optional.ofNullable(leases.get(saga.id()));
        return saga.dueAt().filter(due -> !due.isAfter(at)).isPresent()
                && lease.filter(held -> held.until().isAfter(at)).isEmpty();
    }

    private Stream<Saga> of(TenantId tenant) {
        return sagas.values().stream().filter(saga -> saga.id().tenant().equals(tenant));
    }

    private static final Comparator<Saga> OLDEST_FIRST = Comparator.comparing(Saga::startedAt)
            .thenComparing(saga -> saga.id().value());

    private static final Comparator<Saga> LONGEST_WAITING_FIRST = Comparator.<Saga, Instant>comparing(
                    saga -> saga.dueAt().orElse(Instant.MAX))
            .thenComparing(saga -> saga.id().value());
}
