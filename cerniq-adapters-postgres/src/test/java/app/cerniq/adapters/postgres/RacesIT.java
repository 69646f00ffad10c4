package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Commit;
import app.cerniq.ports.negotiation.Receipt;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.ports.shared.StorageUnavailable;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many hands on the same rows, and a connection that dies in the middle. */
@Timeout(60)
class RacesIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final int WRITERS = 8;
    private static final ExecutorService HANDS = Executors.newFixedThreadPool(WRITERS);

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
        tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
    }

    @RepeatedTest(5)
    void of_many_quotes_on_one_version_exactly_one_is_kept_and_the_others_leave_nothing()
            throws InterruptedException, ExecutionException {
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var commits = new ArrayList<Commit>();
        for (var writer = 1; writer <= WRITERS; writer++) {
            var line = new PricedLine(
                    Lines.of(Goods.WHEAT_SEED, Integer.toString(writer), "10"), Play.tier(DiscountTier.AUTO));
            var accepted = play.decide(
                    People.AGENT, it -> stamp -> it.quoting(stamp).revise(List.of(line), "quoted", play.ticket()));
            commits.add(Play.commitOf(accepted, IDS));
        }

        var answers = together(commits);

        assertThat(answers).filteredOn(Either::isRight).hasSize(1);
        assertThat(answers)
                .filteredOn(Either::isLeft)
                .containsOnly(Either.left(new NegotiationRefusal.StaleVersion(1, 2)));
        assertThat(rows("negotiation_quotes")).isOne();
        assertThat(rows("negotiation_items")).isOne();
        assertThat(rows("domain_events")).isEqualTo(2);
        assertThat(rows("outbox")).isEqualTo(2);
        assertThat(rows("policy_decisions")).isEqualTo(2);
        assertThat(rows("idempotency_keys")).isEqualTo(2);
    }

    @RepeatedTest(5)
    void of_many_deals_that_claim_one_key_exactly_one_has_it() throws InterruptedException, ExecutionException {
        var key = new IdempotencyKey("the one key");
        var commits = new ArrayList<Commit>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var play = Play.open(storage.negotiations(), IDS, tenant);
            var plain = Play.commitOf(play.move(People.REP, NegotiationState.PROPOSAL), IDS, key);
            commits.add(new Commit(
                    plain.accepted(),
                    plain.eventIds(),
                    plain.decisions(),
                    key,
                    ContentHash.of(List.of(play.deal().id().toString())),
                    plain.receipt(),
                    plain.messages(),
                    plain.deadline()));
        }

        var answers = together(commits);

        assertThat(answers).filteredOn(Either::isRight).hasSize(1);
        assertThat(answers)
                .filteredOn(Either::isLeft)
                .containsOnly(Either.left(new NegotiationRefusal.IdempotencyKeyReused("the one key")));
        assertThat(rows("negotiation_state_history")).isOne();
    }

    @Test
    void a_connection_killed_in_the_middle_of_a_commit_leaves_nothing_half_written()
            throws SQLException, InterruptedException, ExecutionException {
        var play = Play.open(storage.negotiations(), IDS, tenant);
        var key = new IdempotencyKey("held by another");
        var commit = Play.commitOf(play.move(People.REP, NegotiationState.PROPOSAL), IDS, key);
        try (var holder = holding(key)) {
            // The commit has changed the deal and written its history; now it waits for the key.
            var inTheMiddle = HANDS.submit(() -> attempt(commit));
            awaitBlocked();

            terminateBlocked();

            assertThat(inTheMiddle.get()).isInstanceOf(StorageUnavailable.class);
            holder.rollback();
        }
        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
        assertThat(rows("negotiation_state_history")).isZero();
        assertThat(rows("domain_events")).isOne();
        assertThat(storage.negotiations().commit(commit)).isEqualTo(Either.right(commit.receipt()));
    }

    private static Object attempt(Commit commit) {
        try {
            return storage.negotiations().commit(commit);
        } catch (StorageUnavailable failed) {
            return failed;
        }
    }

    /** A transaction that has taken a key and does not say whether it keeps it. */
    private Connection holding(IdempotencyKey key) throws SQLException {
        var connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                "insert into cerniq.idempotency_keys values (?::uuid, ?, 'unknown', '{}', now())")) {
            statement.setString(1, tenant.toString());
            statement.setString(2, key.value());
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

    private static void terminateBlocked() {
        owner.number(Optional.empty(), "select count(pg_terminate_backend(pid)) " + BLOCKED);
    }

    private static List<Either<NegotiationRefusal, Receipt>> together(List<Commit> commits)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(commits.size());
        var attempts = new ArrayList<Callable<Either<NegotiationRefusal, Receipt>>>();
        for (var commit : commits) {
            attempts.add(() -> {
                barrier.await();
                return storage.negotiations().commit(commit);
            });
        }
        var answers = new ArrayList<Either<NegotiationRefusal, Receipt>>();
        for (Future<Either<NegotiationRefusal, Receipt>> answer : HANDS.invokeAll(attempts)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private long rows(String table) {
        return owner.number(
                Optional.empty(), "select count(*) from cerniq." + table + " where tenant_id = '" + tenant + "'");
    }
}
