package app.cerniq.application.runtime.saga;

import app.cerniq.application.runtime.event.TellingSagas;
import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.FailureCatalogue;
import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStep;
import app.cerniq.domain.runtime.saga.StepAnswer;
import app.cerniq.domain.runtime.saga.Todo;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Sagas;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.StorageUnavailable;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with sagas: what is about to be done is written down in one transaction, done outside of any, and its answer
 * written down in a second one. Starts no thread: whoever drives it calls {@link #runOnce}. Any number of them may run in
 * any number of processes; a saga is one runner's at a time, and what a runner left behind is looked for by the next.
 */
public final class SagaRunner {

    /** In whose name sagas act. */
    public static final Actor ACTOR =
            new Actor.SystemProcess(UUID.fromString("00000000-0000-7000-8000-73616761636f"), "saga");

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunner.class);

    /** How long a saga is one runner's. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** A call begins only where so much of the lease is left: longer than the slowest call may take. */
    private static final Duration SLOWEST_CALL = Duration.ofMinutes(2);

    private static final int ATTEMPTS_TO_RECORD = 5;

    private final Sagas sagas;
    private final SagaBook book;
    private final Map<String, SagaScript> scripts;
    private final FailureCatalogue catalogue;
    private final List<SagaAlarm> alarms;
    private final Clock clock;
    private final Ids ids;

    public SagaRunner(
            Sagas sagas,
            List<SagaScript> scripts,
            FailureCatalogue catalogue,
            List<SagaAlarm> alarms,
            Clock clock,
            Ids ids) {
        this.sagas = sagas;
        this.book = new SagaBook(sagas, new TellingSagas(ids));
        this.scripts = scripts.stream()
                .collect(Collectors.toUnmodifiableMap(script -> script.plan().name(), Function.identity()));
        this.catalogue = catalogue;
        this.alarms = List.copyOf(alarms);
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether it has what a kind of saga takes. */
    boolean knows(String plan) {
        return scripts.containsKey(plan);
    }

    /**
     * Goes on with what is due now, of all tenants.
     *
     * @param limit at most so many sagas of each of at most so many tenants
     * @return how many sagas went on
     */
    public int runOnce(int limit) {
        return sagas.due(now(), limit).stream()
                .mapToInt(tenant -> run(tenant, limit))
                .sum();
    }

    /** Goes on with what is due now, of one tenant; tells how many sagas went on. */
    public int run(TenantId tenant, int limit) {
        var from = now();
        var lease = new Lease(ids.next(), from, from.plus(LEASE));
        var claimed = sagas.claim(tenant, lease, limit);
        for (var saga : claimed) {
            try {
                if (scripts.containsKey(saga.plan())) {
                    goOn(saga, lease);
                } else {
                    // Another host may have the partners that this one lacks: nothing is touched.
                    LOG.warn("saga {} of tenant {}: nobody is bound here for {}", saga.id(), tenant, saga.plan());
                }
                sagas.release(saga.id(), lease);
            } catch (StorageUnavailable gone) {
                // Whatever was out is found by the next runner, once the lease is over.
                LOG.warn("saga {} of tenant {} waits for the store", saga.id(), tenant, gone);
            }
        }
        return claimed.size();
    }

    private void goOn(Saga claimed, Lease lease) {
        var saga = claimed;
        for (var next = saga.todoAt(now()); next.isPresent() && hasTime(lease); next = saga.todoAt(now())) {
            var todo = next.get();
            var planned = plan(saga, todo);
            if (planned.isLeft()) {
                return; // somebody steered it meanwhile; it is still due, and taken up again
            }
            saga = planned.get();
            if (!hasTime(lease)) {
                return; // too late to call: somebody else may be looking already
            }
            var done = record(saga, todo, call(saga, todo));
            if (done.isEmpty()) {
                return;
            }
            saga = done.get();
        }
    }

    private boolean hasTime(Lease lease) {
        return now().plus(SLOWEST_CALL).isBefore(lease.until());
    }

    private Either<SagaRefusal, Saga> plan(Saga saga, Todo todo) {
        var begun = saga.running(by(), now()).begin(todo);
        return begun.isEmpty() ? Either.right(saga) : keep(saga, begun.get());
    }

    private StepAnswer call(Saga saga, Todo todo) {
        var step = saga.step(todo.step()).orElseThrow();
        var action = Optional.ofNullable(scripts.get(saga.plan()))
                .flatMap(script -> Optional.ofNullable(script.actions().get(todo.step())));
        if (action.isEmpty()) {
            return unknown("STEP_BROKE", "This release has no step " + todo.step() + ".");
        }
        var call = new StepCall(saga, step, ACTOR, now());
        try {
            return switch (todo.kind()) {
                case PERFORM -> action.get().perform(call);
                case LOOK -> action.get().look(call);
                case UNDO -> action.get().undo(call);
                case LOOK_FOR_UNDO -> action.get().lookForUndo(call);
            };
        } catch (StorageUnavailable gone) {
            return unknown("STORE_UNAVAILABLE", "Our own store could not be used.");
        } catch (RuntimeException broken) {
            LOG.error("step {} of saga {} broke", todo.step(), saga.id(), broken);
            return unknown("STEP_BROKE", broken.getClass().getSimpleName() + " in step " + todo.step());
        }
    }

    private StepAnswer unknown(String code, String message) {
        return new StepAnswer.Unknown(Failure.of(code, message, now()));
    }

    /** Writes an answer down, on whatever the saga has become meanwhile; the number of the attempt keeps them apart. */
    private Optional<Saga> record(Saga called, Todo todo, StepAnswer answer) {
        var attempt = called.step(todo.step()).orElseThrow().attempts();
        var saga = called;
        for (var i = 0; i < ATTEMPTS_TO_RECORD; i++) {
            var change = saga.running(by(), now()).answered(todo, attempt, answer, catalogue);
            var kept = keep(saga, change);
            if (kept.isRight()) {
                return Optional.of(kept.get());
            }
            saga = sagas.find(called.id()).orElseThrow();
        }
        return Optional.empty();
    }

    private Either<SagaRefusal, Saga> keep(Saga before, SagaChange change) {
        return book.keep(before, change).peek(after -> alarm(before, after));
    }

    private void alarm(Saga before, Saga after) {
        for (var step : after.steps()) {
            var known = before.step(step.name()).filter(SagaStep::isStuck).isPresent();
            if (step.isStuck() && !known) {
                alarms.forEach(alarm -> ring(alarm, after, step));
            }
        }
    }

    private static void ring(SagaAlarm alarm, Saga saga, SagaStep step) {
        try {
            alarm.stuck(saga, step);
        } catch (RuntimeException broken) {
            LOG.error("nobody could be told that saga {} is stuck at {}", saga.id(), step.name(), broken);
        }
    }

    private static ActorRef by() {
        return ActorRef.of(ACTOR);
    }

    /** To the microsecond, which is all that a database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
