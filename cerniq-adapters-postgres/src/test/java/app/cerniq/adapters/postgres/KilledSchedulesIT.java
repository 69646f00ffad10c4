package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.cerniq.application.Cerniq;
import app.cerniq.application.negotiation.NegotiationCommand.OpenNegotiation;
import app.cerniq.application.runtime.schedule.Timetable;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.rules.DroolsPolicies;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.time.CountedIds;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Several engines on one database, one of them killed, sessions cut: every timer fires once, and nobody has to help. */
class KilledSchedulesIT {

    private static final CountedIds IDS = new CountedIds(5);
    private static final int DEALS = 40;
    /** A dead process is noticed after 12 to 20 seconds; 30 are promised. */
    private static final Duration PROMISED = Duration.ofSeconds(30);

    private TestDatabase database;
    private TenantId tenant;

    @BeforeEach
    void start() {
        database = TestDatabase.alone();
        var storage = PostgresStorage.on(database.plainRuntime());
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
    }

    private static Cerniq engine(DataSource dataSource) {
        var storage = PostgresStorage.on(dataSource);
        return Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .schedules(PostgresSchedules.of(storage))
                .build();
    }

    /** Deals whose time is long up: they were opened by a clock that was four days behind. */
    private List<NegotiationId> staleDeals() {
        var fourDaysAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-4));
        var past = Cerniq.builder()
                .storage(PostgresStorage.on(database.plainRuntime()))
                .policies(DroolsPolicies.standard())
                .clock(fourDaysAgo)
                .build();
        var deals = new ArrayList<NegotiationId>();
        for (var deal = 0; deal < DEALS; deal++) {
            deals.add(past.negotiations()
                    .open(
                            tenant,
                            People.AGENT,
                            IDS.next().toString(),
                            OpenNegotiation.with(new LeadId(IDS.next()), Goods.COMPANY))
                    .get()
                    .negotiation());
        }
        return deals;
    }

    private long timeoutsToldOf() {
        return new Raw(database.owner())
                .number(
                        Optional.empty(),
                        "select count(*) from cerniq.domain_events where type = 'negotiation.timeout'");
    }

    private static boolean happens(BooleanSupplier what) throws InterruptedException {
        var end = Instant.now().plus(PROMISED);
        while (!what.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        return what.getAsBoolean();
    }

    @Test
    void two_engines_and_a_third_that_is_killed_fire_every_timer_once() throws IOException, InterruptedException {
        var third = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        try (var words = third.inputReader()) {
            assertThat(words.lines().anyMatch("holding a run"::equals)).isTrue();
            third.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(pickedRuns()).isPositive();
        var deals = staleDeals();
        var one = engine(database.runtime());
        var two = engine(database.runtime());
        one.runtime().start();
        two.runtime().start();
        try {
            assertThat(happens(() -> timeoutsToldOf() >= deals.size())).isTrue();
            Thread.sleep(1_500);
            assertThat(timeoutsToldOf()).isEqualTo(deals.size());
        } finally {
            one.runtime().stop(Duration.ofSeconds(5));
            two.runtime().stop(Duration.ofSeconds(5));
        }
    }

    private long pickedRuns() {
        return new Raw(database.owner())
                .number(Optional.empty(), "select count(*) from cerniq.scheduled_tasks where picked");
    }

    @Test
    void when_all_sessions_are_cut_work_goes_on_without_an_operator() throws SQLException, InterruptedException {
        var engine = engine(database.runtime());
        engine.runtime().start();
        try {
            for (var round = 1; round <= 3; round++) {
                cutAllSessions();
                var deals = staleDeals();
                var expected = (long) round * deals.size();
                // The next look is up to a minute away: that is the timetable and no fault. It is brought forward.
                bringForward();
                cutAllSessions();
                assertThat(happens(() -> timeoutsToldOf() >= expected)).isTrue();
                assertThat(timeoutsToldOf()).isEqualTo(expected);
            }
        } finally {
            engine.runtime().stop(Duration.ofSeconds(5));
        }
    }

    private void cutAllSessions() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private void bringForward() throws SQLException {
        execute("update cerniq.scheduled_tasks set execution_time = now()"
                + " where task_name = 'negotiation-timeouts' and not picked");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_cannot_reach_its_database_says_so_at_the_start_and_may_be_started_later() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/nothing");
        var engine = engine(nowhere);

        assertThatThrownBy(() -> engine.runtime().start()).isInstanceOf(StorageUnavailable.class);
        assertThat(engine.runtime().isRunning()).isFalse();
    }

    @Test
    void a_stop_waits_for_what_is_under_way_but_not_for_ever() throws InterruptedException {
        var storage = PostgresStorage.on(database.runtime());
        var begun = new CountDownLatch(1);
        var engine = Cerniq.builder()
                .storage(storage)
                .policies(DroolsPolicies.standard())
                .schedules(PostgresSchedules.of(storage))
                .work(Timetable.STOCK_SYNC, () -> {
                    begun.countDown();
                    sleepFor(Duration.ofMinutes(5));
                })
                .build();
        engine.runtime().start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        var before = Instant.now();

        engine.runtime().stop(Duration.ofSeconds(1));

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(engine.runtime().isRunning()).isFalse();
    }

    @Test
    void a_tenant_that_is_new_has_its_times_at_once() {
        var storage = PostgresStorage.on(database.plainRuntime());
        storage.tenants().limitTimes(tenant, new TimeLimits(Map.of(DealTimer.STALLED, Duration.ofDays(5))));

        staleDeals();

        assertThat(engine(database.plainRuntime()).timers().fireAll().fired()).isZero();
    }

    private static void sleepFor(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process of its own that takes the run of time-outs and never ends it. */
    static final class Doomed {

        public static void main(String[] args) throws InterruptedException {
            var source = new PGSimpleDataSource();
            source.setUrl(args[0]);
            source.setOptions("-c role=cerniq_runtime");
            var storage = PostgresStorage.on(source);
            Cerniq.builder()
                    .storage(storage)
                    .policies(DroolsPolicies.standard())
                    .schedules(PostgresSchedules.of(storage))
                    .work(Timetable.NEGOTIATION_TIMEOUTS, () -> {
                        System.out.println("holding a run");
                        System.out.flush();
                        sleepFor(Duration.ofMinutes(5));
                    })
                    .build()
                    .runtime()
                    .start();
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }

        private Doomed() {}
    }
}
