package app.cerniq.application.runtime.saga;

import static io.vavr.control.Either.left;

import app.cerniq.application.runtime.event.TellingSagas;
import app.cerniq.application.runtime.saga.completion.CompletionSaga;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.runtime.saga.Steering;
import app.cerniq.domain.runtime.saga.StepName;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Sagas;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a person can see and do about sagas. Every verb names who, why, and the version that was looked at; it answers
 * with the saga or a refusal, after which nothing was written. Thread-safe.
 */
public final class SagaDesk {

    private static final int LONGEST_REASON = 500;

    private final Sagas sagas;
    private final SagaBook book;
    private final Storage storage;
    private final SagaRunner runner;
    private final Clock clock;
    private final Ids ids;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public SagaDesk(Storage storage, SagaRunner runner, Clock clock, Ids ids) {
        this.sagas = storage.sagas();
        this.book = new SagaBook(sagas, new TellingSagas(ids));
        this.storage = storage;
        this.runner = runner;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether this engine has the partners that completing a deal takes. */
    public boolean canComplete() {
        return runner.knows(CompletionSaga.PLAN.name());
    }

    /** Begins to complete a deal: proforma, payment, invoice, e-invoice; empty where there is no such deal or no quote. */
    public Optional<Either<SagaRefusal, Saga>> complete(NegotiationId deal, Actor actor) {
        return storage.negotiations()
                .find(deal)
                .filter(found -> found.bargain().quote().isPresent())
                .map(found -> book.begin(start(found, actor)));
    }

    private SagaChange start(Negotiation deal, Actor actor) {
        var subject = new SagaSubject(
                CompletionSaga.SUBJECT, deal.id().value(), deal.stage().round());
        var basis = deal.bargain().quote().orElseThrow().hash().hex();
        var id = new SagaId(deal.id().tenant(), ids.next());
        return Saga.start(id, CompletionSaga.PLAN, subject, basis, ActorRef.of(actor), now());
    }

    /** Something happened to a deal: its sagas look at once instead of at their time; tells how many were woken. */
    public int wake(NegotiationId deal, String because) {
        var woken = 0;
        for (var saga : sagas.about(deal.tenant(), CompletionSaga.SUBJECT, deal.value())) {
            var change = saga.status().isOver()
                    ? Optional.<SagaChange>empty()
                    : saga.steering(SagaRunner.ACTOR, now()).wake(CompletionSaga.WOKEN_BY_THE_DEAL, because);
            // Whoever changed it meanwhile has looked at it, too.
            woken += change.map(news -> book.keep(saga, news))
                            .filter(Either::isRight)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return woken;
    }

    /** Goes on with what is due now, of all tenants; tells how many sagas went on. */
    public int runOnce(int limit) {
        return runner.runOnce(limit);
    }

    public Optional<Saga> find(SagaId id) {
        return sagas.find(id);
    }

    /** What happened to a saga, oldest first. */
    public List<SagaEntry> journal(SagaId id) {
        return sagas.journal(id);
    }

    /** The sagas of a deal, in whatever round, the oldest first. */
    public List<Saga> about(NegotiationId deal) {
        return sagas.about(deal.tenant(), CompletionSaga.SUBJECT, deal.value());
    }

    /** What waits for a person: stuck or parked, the oldest first; at most {@code limit}. */
    public List<Saga> visible(TenantId tenant, int limit) {
        return sagas.in(tenant, Set.of(SagaStatus.STUCK, SagaStatus.PARKED), limit);
    }

    /** The sagas in any of these statuses, the oldest first; at most {@code limit}. */
    public List<Saga> list(TenantId tenant, Set<SagaStatus> statuses, int limit) {
        return sagas.in(tenant, statuses, limit);
    }

    /** Tries a step again now. */
    public Either<SagaRefusal, Saga> retry(SagaId id, long version, Actor actor, StepName step, String reason) {
        return steer(id, version, actor, reason, steering -> steering.retry(step, reason));
    }

    /** Leaves a step out. */
    public Either<SagaRefusal, Saga> skip(SagaId id, long version, Actor actor, StepName step, String reason) {
        return steer(id, version, actor, reason, steering -> steering.skip(step, reason));
    }

    /** Settles a step as a person found it to be; with an empty result it was found not to have been done. */
    public Either<SagaRefusal, Saga> resolve(
            SagaId id, long version, Actor actor, StepName step, Optional<String> result, String reason) {
        return steer(id, version, actor, reason, steering -> steering.resolve(step, result, reason));
    }

    /** Undoes everything that was done. */
    public Either<SagaRefusal, Saga> undo(SagaId id, long version, Actor actor, String reason) {
        return steer(id, version, actor, reason, steering -> steering.undo(reason));
    }

    /** Stops a saga until it is unparked. */
    public Either<SagaRefusal, Saga> park(SagaId id, long version, Actor actor, String reason) {
        return steer(id, version, actor, reason, steering -> steering.park(reason));
    }

    /** Lets a parked saga go on. */
    public Either<SagaRefusal, Saga> unpark(SagaId id, long version, Actor actor, String reason) {
        return steer(id, version, actor, reason, steering -> steering.unpark(reason));
    }

    private Either<SagaRefusal, Saga> steer(
            SagaId id,
            long version,
            Actor actor,
            String reason,
            Function<Steering, Either<SagaRefusal, SagaChange>> verb) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length() + ".");
        }
        var found = sagas.find(id);
        if (found.isEmpty()) {
            return left(new SagaRefusal.UnknownSaga(id));
        }
        return found.get().version() == version
                ? verb.apply(found.get().steering(actor, now())).flatMap(change -> book.keep(found.get(), change))
                : left(new SagaRefusal.SagaChanged(version, found.get().version()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
