package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.event.Dispatcher;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.runtime.event.Backoff;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.Told;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Many events, four dispatchers, and somebody who kills them: their sessions with {@code pg_terminate_backend}, and the
 * dispatchers themselves between a consumer's work and its being recorded. {@code -Dcerniq.events.count=1000000} for the
 * whole of it.
 */
class DrainIT {

    private static final int COUNT = Integer.getInteger("cerniq.events.count", 20_000);
    private static final int DISPATCHERS = 4;
    private static final int SUBJECTS = Math.max(50, COUNT / 50);
    private static final int BATCH = 500;
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Clock clock = Clock.systemUTC();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final TestDatabase database = TestDatabase.alone();
    private final PostgresStorage storage = PostgresStorage.on(database.runtime());
    private final Map<String, List<UUID>> told = new HashMap<>();

    private final Hearing hearing = new Hearing();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicLong unsettled = new AtomicLong();

    @Test
    void nothing_is_lost_the_order_is_kept_and_only_what_was_not_recorded_comes_twice()
            throws InterruptedException, ExecutionException, SQLException {
        var tenants = List.of(new TenantId(ids.next()), new TenantId(ids.next()));
        tenants.forEach(tenant -> storage.tenants().setUp(tenant, "A tenant"));
        fill(tenants);
        var start = System.nanoTime();

        var pool = Executors.newFixedThreadPool(DISPATCHERS + 1);
        try {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < DISPATCHERS; number++) {
                running.add(pool.submit(this::dispatchUntilOver));
            }
            var killer = pool.submit(this::killUntilOver);
            await(() -> storage.outbox().backlog(Optional.empty(), NOON).pending() == 0);
            isOver.set(true);
            for (var one : running) {
                one.get();
            }
            killer.get();
        } finally {
            pool.shutdownNow();
        }

        var seconds = (System.nanoTime() - start) / 1e9;
        System.getLogger("drain")
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                Locale.ROOT,
                                "%d events of %d subjects, %d dispatchers, %d deaths: %.1f s, %.0f a second; %d heard again",
                                COUNT,
                                SUBJECTS,
                                DISPATCHERS,
                                deaths.get(),
                                seconds,
                                COUNT / seconds,
                                hearing.count() - COUNT));
        assertThat(hearing.distinct()).isEqualTo(COUNT);
        assertThat(hearing.inOrder()).isEqualTo(told);
        // What comes twice was claimed by a dispatcher that died, or lost its session, before it had settled.
        assertThat(hearing.count() - COUNT).isLessThanOrEqualTo(unsettled.get());
        assertThat(deaths.get()).isPositive();
        assertThat(storage.outbox().backlog(Optional.empty(), NOON).setAside()).isZero();
    }

    private void fill(List<TenantId> tenants) {
        var batches = new HashMap<TenantId, List<OutboxMessage>>();
        for (var number = 0; number < COUNT; number++) {
            var tenant = tenants.get(number % tenants.size());
            var message = Told.closed(tenant, ids.next(), "s" + number % SUBJECTS, NOON);
            told.computeIfAbsent(tenant + "/" + message.subject(), fresh -> new ArrayList<>())
                    .add(message.eventId());
            var batch = batches.computeIfAbsent(tenant, fresh -> new ArrayList<>());
            batch.add(message);
            if (batch.size() == 2_000) {
                storage.outbox().append(tenant, batch);
                batch.clear();
            }
        }
        batches.forEach(storage.outbox()::append);
    }

    private void dispatchUntilOver() {
        while (!isOver.get()) {
            var dispatcher = dispatcher();
            try {
                while (!isOver.get()) {
                    if (dispatcher.runOnce().isEmpty()) {
                        Thread.sleep(50);
                    }
                }
            } catch (StorageUnavailable killed) {
                // A session was killed: whatever this dispatcher had claimed and not settled comes again.
                unsettled.addAndGet(2L * BATCH);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Dispatcher dispatcher() {
        var terms = new DispatchTerms(BATCH, LEASE, new Backoff(Duration.ofSeconds(1), 2, LEASE, 50), LEASE);
        return new EventDesk(
                        Mortal.store(storage, this::diesNow),
                        storage.eventArchive(),
                        List.of(hearing),
                        terms,
                        clock,
                        ids)
                .dispatcher();
    }

    /** Now and then a dispatcher dies after its consumers have worked and before that is recorded. */
    private boolean diesNow() {
        return !isOver.get() && ThreadLocalRandom.current().nextInt(100) == 0;
    }

    private void killUntilOver() {
        while (!isOver.get()) {
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement()) {
                Thread.sleep(700);
                var killed = statement.executeQuery("""
                        select count(pg_terminate_backend(pid))
                        from (
                            select pid
                            from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                            order by random()
                            limit 2
                        ) victims
                        """);
                killed.next();
                deaths.addAndGet(killed.getInt(1));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private interface Question {
        boolean isTrue();
    }

    private static void await(Question question) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
        while (System.nanoTime() < end) {
            try {
                if (question.isTrue()) {
                    return;
                }
            } catch (StorageUnavailable killed) {
                // Asked again.
            }
            Thread.sleep(300);
        }
        throw new AssertionError("Not drained within half an hour.");
    }
}
