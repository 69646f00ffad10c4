package app.cerniq.ports.runtime;

import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.shared.TenantId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every saga that was ever begun, with its steps and its journal. */
public interface Sagas {

    /**
     * Begins a saga, and appends what others are told of it to the {@link Outbox}: all of it or nothing.
     *
     * @return the saga; or {@link SagaRefusal.UnknownTenant}; or {@link SagaRefusal.AlreadyRunning} where its subject has
     *     one of this kind in this round that was not undone
     */
    Either<SagaRefusal, Saga> begin(SagaChange start, List<OutboxMessage> messages);

    /**
     * Stores the next state, adds to the journal, and appends what others are told to the {@link Outbox}: all of it or
     * nothing.
     *
     * @return the saga; or {@link SagaRefusal.SagaChanged} where the version before it no longer stands; or {@link
     *     SagaRefusal.UnknownSaga}
     */
    Either<SagaRefusal, Saga> keep(SagaChange change, List<OutboxMessage> messages);

    /** The saga as it stands; empty where the tenant has none of that id. */
    Optional<Saga> find(SagaId id);

    /** All sagas about something, in whatever round, the oldest first. */
    List<Saga> about(TenantId tenant, String kind, UUID subject);

    /** The sagas of one tenant in any of these statuses, those that began first first; at most {@code limit}. */
    List<Saga> in(TenantId tenant, Set<SagaStatus> statuses, int limit);

    /** What happened to a saga, oldest first. */
    List<SagaEntry> journal(SagaId id);

    /** Tenants that have a saga to go on with at an instant and that nobody has taken; at most {@code limit}. */
    List<TenantId> due(Instant at, int limit);

    /**
     * Takes sagas of one tenant that are to go on now and that nobody else has taken, those that wait longest first. Other
     * claims pass them by until the lease ends; nobody waits for anybody. Whoever did not write down what became of a call
     * before its lease ended finds that another has gone to look.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<Saga> claim(TenantId tenant, Lease lease, int limit);

    /** Gives a saga back that was taken under this lease, so that nobody waits for its end. */
    void release(SagaId id, Lease lease);
}
