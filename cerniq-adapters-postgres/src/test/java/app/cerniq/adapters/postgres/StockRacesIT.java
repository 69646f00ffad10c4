package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Reservation;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many deals want the same goods, by clocks that do not agree, over connections that die. */
@Timeout(120)
class StockRacesIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final int DEALS = 8;
    private static final int ROUNDS = 25;
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final ActorRef SWEEPER = ActorRef.of(People.SYSTEM);
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(2 * DEALS);

    private static TestDatabase database;
    private static PostgresStorage storage;
    private static Raw owner;

    private TenantId tenant;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        owner = new Raw(database.owner());
    }

    @AfterAll
    static void stop() {
        HANDS.shutdownNow();
    }

    @BeforeEach
    void set_up() {
        tenant = Stocked.tenant(storage, IDS);
    }

    @RepeatedTest(5)
    void of_many_deals_that_want_the_last_nozzles_as_many_get_them_as_there_are()
            throws InterruptedException, ExecutionException {
        // 400 nozzles: enough for three of these, and not for four.
        var commits = new ArrayList<Callable<Either<NegotiationRefusal, Receipt>>>();
        for (var deal = 0; deal < DEALS; deal++) {
            var play = quoted(Lines.of(Goods.NOZZLE, "130", "0"));
            commits.add(committing(hold(play, Holds.of(IDS, Goods.NOZZLE, "130"))));
        }

        var answers = together(commits);

        assertThat(answers).filteredOn(Either::isRight).hasSize(3);
        assertThat(answers).filteredOn(Either::isLeft).allSatisfy(answer -> {
            assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.NotEnoughStock.class);
            assertThat(answer.getLeft().accepted()).isEqualTo("at most 10 buc of ECH-DUZA-03");
        });
        assertThat(level(Goods.NOZZLE).reserved()).hasToString("390 buc");
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void deals_that_name_the_same_goods_in_another_order_never_wait_for_each_other_in_a_circle()
            throws InterruptedException, ExecutionException {
        var before = deadlocks();
        var works = new ArrayList<Callable<Integer>>();
        for (var deal = 0; deal < DEALS; deal++) {
            var forwards = deal % 2 == 0;
            works.add(() -> holdAndRelease(forwards));
        }
        works.add(this::bookAndSweep);

        var rounds = together(works);

        assertThat(rounds).containsOnly(ROUNDS);
        assertThat(deadlocks()).isEqualTo(before);
        assertThat(level(Goods.WHEAT_SEED).reserved()).hasToString("0 sac");
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    private int holdAndRelease(boolean forwards) {
        var lines = new QuoteLine[] {
            Lines.of(Goods.WHEAT_SEED, "3", "0"), Lines.of(Goods.UREA, "2", "0"), Lines.of(Goods.NOZZLE, "1", "0")
        };
        var play = quoted(forwards ? lines : reversed(lines));
        for (var round = 0; round < ROUNDS; round++) {
            var goods = new Reservation[] {
                Holds.of(IDS, Goods.WHEAT_SEED, "3"), Holds.of(IDS, Goods.UREA, "2"), Holds.of(IDS, Goods.NOZZLE, "1")
            };
            play.keep(Holds.hold(play, TWO_HOURS, forwards ? goods : reversed(goods)));
            play.keep(Holds.release(play, ReleaseReason.CANCELLED));
        }
        return ROUNDS;
    }

    private int bookAndSweep() {
        for (var round = 0; round < ROUNDS; round++) {
            storage.inventory().book(Goods.plentyOf(tenant, IDS)).get();
            storage.reservations().releaseExpired(tenant, SWEEPER, Play.MORNING.plus(SKEW), 100);
        }
        return ROUNDS;
    }

    private static <T> T[] reversed(T[] all) {
        var reversed = all.clone();
        Collections.reverse(Arrays.asList(reversed));
        return reversed;
    }

    @Test
    void places_are_locked_in_their_order_and_nothing_before_its_place()
            throws SQLException, InterruptedException, ExecutionException {
        var due = quoted(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "900", "0"));
        due.keep(hold(due, Holds.of(IDS, Goods.NOZZLE, "300"), Holds.of(IDS, Goods.WHEAT_SEED, "900")));
        var until = due.deal().stock().held().orElseThrow().expiresAt();
        // In the quote the wheat comes first, in the order of places the nozzles do.
        var play = quoted(Lines.of(Goods.WHEAT_SEED, "900", "0"), Lines.of(Goods.NOZZLE, "300", "0"))
                .at(until);
        var accepted = hold(play, Holds.of(IDS, Goods.WHEAT_SEED, "900"), Holds.of(IDS, Goods.NOZZLE, "300"));
        try (var busy = locking(Goods.NOZZLE)) {
            var waiting = HANDS.submit(() -> commit(accepted));
            awaitBlocked();

            var other = new Raw(database.owner());
            assertThat(other.refusal(
                            tenant,
                            "select from cerniq.stock_inventory where tenant_id = '" + tenant + "' and sku = '"
                                    + Goods.WHEAT_SEED.sku() + "' for update nowait"))
                    .isEmpty();
            assertThat(other.refusal(
                            tenant,
                            "select from cerniq.stock_reservations where tenant_id = '" + tenant
                                    + "' for update nowait"))
                    .isEmpty();
            busy.rollback();

            assertThat(waiting.get().isRight()).isTrue();
        }
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void a_deal_whose_clock_is_behind_the_sweepers_learns_that_its_hold_is_over() {
        var play = quoted(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "1", "0"));
        play.keep(hold(play, Holds.of(IDS, Goods.NOZZLE, "300"), Holds.of(IDS, Goods.WHEAT_SEED, "1")));
        var until = play.deal().stock().held().orElseThrow().expiresAt();
        play.at(until.minus(SKEW));

        // A batch of one: half of what the deal holds is swept, half is not.
        assertThat(storage.reservations().releaseExpired(tenant, SWEEPER, until, 1))
                .isOne();

        var moved = Holds.follow(play, People.REP, play.move(People.REP, NegotiationState.PROPOSAL), TWO_HOURS);
        assertThat(commit(moved)).isEqualTo(Either.left(new NegotiationRefusal.HoldLost(until)));
        // What has nothing to do with goods goes on, and so does giving back.
        play.step(People.AGENT, it -> stamp -> it.handling(stamp).useSession("mcp-2"));
        play.keep(Holds.release(play, ReleaseReason.CANCELLED));
        assertThat(level(Goods.NOZZLE).reserved()).hasToString("0 buc");
        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void a_quote_may_be_repriced_while_a_fast_clock_sweeps_its_hold() {
        var play = quoted(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "1", "0"));
        play.keep(hold(play, Holds.of(IDS, Goods.NOZZLE, "300"), Holds.of(IDS, Goods.WHEAT_SEED, "1")));
        var until = play.deal().stock().held().orElseThrow().expiresAt();
        play.at(until.minus(SKEW));
        storage.reservations().releaseExpired(tenant, SWEEPER, until, 1);

        play.quote(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "1", "5"));

        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void a_sweeper_whose_clock_is_behind_leaves_what_another_ended_already() {
        var play = quoted(Lines.of(Goods.NOZZLE, "300", "0"));
        play.keep(hold(play, Holds.of(IDS, Goods.NOZZLE, "300")));
        var until = play.deal().stock().held().orElseThrow().expiresAt();
        var other = quoted(Lines.of(Goods.NOZZLE, "400", "0")).at(until);
        other.keep(hold(other, Holds.of(IDS, Goods.NOZZLE, "400")));

        assertThat(storage.reservations().releaseExpired(tenant, SWEEPER, until.minus(SKEW), 100))
                .isZero();
        assertThat(storage.reservations().releaseExpired(tenant, SWEEPER, until.plus(SKEW), 100))
                .isZero();
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void a_sweeper_does_not_wait_for_a_place_that_somebody_has() throws SQLException {
        var play = quoted(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "1", "0"));
        play.keep(hold(play, Holds.of(IDS, Goods.NOZZLE, "300"), Holds.of(IDS, Goods.WHEAT_SEED, "1")));
        var until = play.deal().stock().held().orElseThrow().expiresAt();
        try (var busy = locking(Goods.NOZZLE)) {
            assertThat(storage.reservations().releaseExpired(tenant, SWEEPER, until, 100))
                    .isOne();
            busy.rollback();
        }
        assertThat(storage.reservations().releaseExpired(tenant, SWEEPER, until, 100))
                .isOne();
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void a_connection_killed_in_the_middle_of_a_hold_leaves_nothing_half_written()
            throws SQLException, InterruptedException, ExecutionException {
        var play = quoted(Lines.of(Goods.NOZZLE, "300", "0"), Lines.of(Goods.WHEAT_SEED, "1", "0"));
        var accepted = hold(play, Holds.of(IDS, Goods.NOZZLE, "300"), Holds.of(IDS, Goods.WHEAT_SEED, "1"));
        var commit = Play.commitOf(accepted, IDS);
        try (var busy = locking(Goods.WHEAT_SEED)) {
            // The deal, its key and its journal are written and the nozzles are locked; now it waits for the wheat.
            var inTheMiddle = HANDS.submit(() -> attempt(commit));
            awaitBlocked();

            owner.number(Optional.empty(), "select count(pg_terminate_backend(pid)) " + BLOCKED);

            assertThat(inTheMiddle.get()).isInstanceOf(StorageUnavailable.class);
            busy.rollback();
        }
        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(storage.reservations().of(play.deal().id())).isEmpty();
        assertThat(level(Goods.NOZZLE).reserved()).hasToString("0 buc");
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
        assertThat(storage.negotiations().commit(commit)).isEqualTo(Either.right(commit.receipt()));
    }

    @Test
    void whoever_waited_for_a_place_counts_from_what_stands_there_then()
            throws SQLException, InterruptedException, ExecutionException {
        var first = quoted(Lines.of(Goods.NOZZLE, "300", "0"));
        var accepted = hold(first, Holds.of(IDS, Goods.NOZZLE, "300"));
        try (var busy = locking(Goods.NOZZLE)) {
            var waiting = HANDS.submit(() -> commit(accepted));
            awaitBlocked();
            try (var statement = busy.createStatement()) {
                statement.execute(sale(60));
            }

            busy.commit();

            assertThat(waiting.get().isRight()).isTrue();
        }
        assertThat(level(Goods.NOZZLE).available()).hasToString("40 buc");
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void whoever_waited_for_a_place_that_is_empty_then_is_told_what_is_left()
            throws SQLException, InterruptedException, ExecutionException {
        var first = quoted(Lines.of(Goods.NOZZLE, "300", "0"));
        var accepted = hold(first, Holds.of(IDS, Goods.NOZZLE, "300"));
        try (var busy = locking(Goods.NOZZLE)) {
            var waiting = HANDS.submit(() -> commit(accepted));
            awaitBlocked();
            try (var statement = busy.createStatement()) {
                statement.execute(sale(101));
            }

            busy.commit();

            assertThat(waiting.get().getLeft().accepted()).isEqualTo("at most 299 buc of ECH-DUZA-03");
        }
        assertThat(storage.negotiations().find(first.deal().id())).contains(first.deal());
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
    }

    /** Nozzles that leave by hand, well recorded. */
    private String sale(int pieces) {
        return """
                with ledger as (
                    insert into cerniq.stock_movements (
                        tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change,
                        on_hand_after, reserved_after, reason, actor_type, actor_id, actor_label, moved_at
                    )
                    select tenant_id, sku, location, movements + 1, 'ADJUSTMENT', -%1$s, 0, total_quantity - %1$s, 0, '',
                        'user', tenant_id, 'raw', now()
                    from cerniq.stock_inventory
                    where tenant_id = '%2$s' and sku = '%3$s'
                )
                update cerniq.stock_inventory
                set total_quantity = total_quantity - %1$s, movements = movements + 1
                where tenant_id = '%2$s' and sku = '%3$s'
                """.formatted(pieces, tenant, Goods.NOZZLE.sku());
    }

    private Play quoted(QuoteLine... lines) {
        return Play.open(storage.negotiations(), IDS, tenant).quote(lines);
    }

    private static Accepted hold(Play play, Reservation... goods) {
        return Holds.hold(play, TWO_HOURS, goods);
    }

    private static Callable<Either<NegotiationRefusal, Receipt>> committing(Accepted accepted) {
        var commit = Play.commitOf(accepted, IDS);
        return () -> storage.negotiations().commit(commit);
    }

    private static Either<NegotiationRefusal, Receipt> commit(Accepted accepted) {
        return storage.negotiations().commit(Play.commitOf(accepted, IDS));
    }

    private static Object attempt(Commit commit) {
        try {
            return storage.negotiations().commit(commit);
        } catch (StorageUnavailable failed) {
            return failed;
        }
    }

    private StockLevel level(PricedOffering offering) {
        return storage.stockLevels()
                .positions(tenant, List.of(offering.sku()), Play.MORNING)
                .get(offering.sku())
                .levels()
                .get(0);
    }

    /** A transaction that has locked a place and does not say what it wants there. */
    private Connection locking(PricedOffering offering) throws SQLException {
        var connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                "select from cerniq.stock_inventory where tenant_id = ?::uuid and sku = ? for update")) {
            statement.setString(1, tenant.toString());
            statement.setString(2, offering.sku().value());
            statement.execute();
        }
        return connection;
    }

    private static final String BLOCKED = """
            from pg_stat_activity
            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
            """;

    private static void awaitBlocked() throws InterruptedException {
        while (owner.number(Optional.empty(), "select count(*) " + BLOCKED) == 0) {
            Thread.sleep(10);
        }
    }

    private static long deadlocks() {
        return owner.number(
                Optional.empty(), "select deadlocks from pg_stat_database where datname = current_database()");
    }

    private static <T> List<T> together(List<Callable<T>> works) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(works.size());
        var started = new ArrayList<Callable<T>>();
        for (var work : works) {
            started.add(() -> {
                barrier.await();
                return work.call();
            });
        }
        var answers = new ArrayList<T>();
        for (var answer : HANDS.invokeAll(started)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
