package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.cerniq.application.runtime.event.DispatchTerms;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.shared.TimeOrderedIds;
import app.cerniq.domain.runtime.event.Backoff;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.Told;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dispatcher on a real database, when things go wrong around it. */
class DispatchIT {

    private static final DispatchTerms TERMS = new DispatchTerms(
            100,
            Duration.ofSeconds(1),
            new Backoff(Duration.ofMillis(100), 1, Duration.ofSeconds(1), 5),
            Duration.ofSeconds(20));

    private final Clock clock = Clock.systemUTC();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final TestDatabase database = TestDatabase.alone();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final PostgresStorage storage = PostgresStorage.on(away(database.runtime()));
    private final TenantId tenant = new TenantId(ids.next());
    private final Hearing hearing = new Hearing();

    @BeforeEach
    void setUp() {
        storage.tenants().setUp(tenant, "A tenant");
    }

    @AfterEach
    void comeBack() {
        isAway.set(false);
    }

    private EventDesk desk() {
        return new EventDesk(storage, storage.eventArchive(), List.of(hearing), TERMS, clock, ids);
    }

    private OutboxMessage tell(String service) {
        var message = Told.closed(tenant, ids.next(), service, clock.instant());
        storage.outbox().append(tenant, List.of(message));
        return message;
    }

    @Test
    void a_dispatcher_that_dies_before_it_recorded_delivers_again_after_its_lease_and_not_before()
            throws InterruptedException {
        tell("a");
        var mortal = new EventDesk(
                        Mortal.store(storage, () -> true),
                        storage.eventArchive(),
                        List.of(hearing),
                        terms(2),
                        clock,
                        ids)
                .dispatcher();

        assertThat(catchThrowable(mortal::runOnce)).isInstanceOf(StorageUnavailable.class);
        var next = desk().dispatcher();
        assertThat(next.runOnce().isEmpty()).isTrue();
        assertThat(hearing.count()).isOne();
        Thread.sleep(2_200);
        next.runOnce();

        assertThat(hearing.count()).isEqualTo(2);
        assertThat(hearing.distinct()).isOne();
    }

    private static DispatchTerms terms(int leaseSeconds) {
        return new DispatchTerms(100, Duration.ofSeconds(leaseSeconds), TERMS.backoff(), TERMS.poll());
    }

    @Test
    void whoever_sleeps_is_woken_within_a_second() throws InterruptedException {
        running(() -> {
            Thread.sleep(1_500); // asleep by now; the next time it would ask by itself is in twenty seconds

            var start = System.nanoTime();
            tell("a");
            awaitCount(1, Duration.ofSeconds(10));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        });
    }

    /** That it stopped is said in {@link #running}. */
    @Test
    void whoever_sleeps_stops_when_told_to() throws InterruptedException {
        running(() -> Thread.sleep(1_500)); // on watch by now, for twenty seconds
    }

    @Test
    void a_database_that_was_away_is_taken_up_again_where_it_was_left() throws InterruptedException {
        running(() -> {
            tell("a");
            awaitCount(1, Duration.ofSeconds(10));
            isAway.set(true);
            killSessions();
            Thread.sleep(1_500);
            isAway.set(false);

            tell("a");

            awaitCount(2, Duration.ofSeconds(25));
            assertThat(hearing.distinct()).isEqualTo(2);
        });
    }

    @Test
    void messages_of_two_tenants_are_delivered_to_each_under_its_own_name() {
        var other = new TenantId(ids.next());
        storage.tenants().setUp(other, "Another tenant");
        tell("a");
        storage.outbox().append(other, List.of(Told.closed(other, ids.next(), "a", clock.instant())));

        desk().dispatcher().runOnce();

        assertThat(hearing.inOrder()).containsOnlyKeys(tenant + "/service/a", other + "/service/a");
    }

    @Test
    void what_the_store_itself_notices_is_told_and_can_be_read() {
        var full = new TenantId(ids.next());
        storage.tenants().setUp(full, "A tenant with goods");
        Stocked.fill(storage, ids, full);
        Stocked.runLow(storage, ids, full);

        var told = storage.outbox()
                .find(
                        full,
                        new EventArchive.Span(Optional.empty(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")),
                        100);

        assertThat(told).extracting(OutboxMessage::type).contains("stock.low.alert");
        assertThat(desk().dispatcher().runOnce().settled()).isEqualTo(told.size());
        assertThat(desk().deadLetters(full, 10)).isEmpty();
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void running(Step step) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(2);
        var loop = desk().loop(threads);
        var thread = new Thread(loop, "events");
        thread.start();
        try {
            step.run();
        } finally {
            loop.close();
            thread.interrupt();
            thread.join(5_000);
            threads.shutdownNow();
        }
        assertThat(Stream.of(thread)).noneMatch(Thread::isAlive);
    }

    private void awaitCount(long count, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (hearing.count() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(hearing.count()).isGreaterThanOrEqualTo(count);
    }

    private void killSessions() {
        new Raw(database.owner())
                .number(
                        Optional.empty(),
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    /** The same source; while the database is away, nobody gets a connection. */
    private DataSource away(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                DispatchIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (isAway.get() && method.getName().equals("getConnection")) {
                        throw new SQLException("the database is away", "08001");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
