package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockLocation.Kind;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A location is archived only while it is empty, whoever brings goods there at the same time. */
@Timeout(60)
class ArchivedLocationIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final LocationCode SHOP = new LocationCode("shop");
    private static final ExecutorService OTHER = Executors.newSingleThreadExecutor();

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
        OTHER.shutdownNow();
    }

    @BeforeEach
    void open() {
        tenant = Stocked.tenant(storage, IDS);
        storage.locations().open(tenant, SHOP, Kind.STORE, "The shop").get();
    }

    @Test
    void goods_that_come_back_open_their_location_again() {
        receive(storage);
        var play = Play.open(storage.negotiations(), IDS, tenant).toProformaSent();
        play.step(People.REP, it -> stamp -> it.invoicing(stamp).acceptProforma("signed"))
                .step(People.SYSTEM, it -> stamp -> it.invoicing(stamp).recordInvoice("FCT 1", play.now()));
        play.keep(Holds.follow(
                play,
                People.REP,
                play.move(People.REP, NegotiationState.INVOICED),
                Duration.ZERO,
                Holds.of(IDS, Goods.WHEAT_SEED, SHOP, "40"),
                Holds.of(IDS, Goods.DRIP_TAPE, "1500")));
        storage.locations().archive(tenant, SHOP).get();
        play.step(People.SYSTEM, it -> stamp -> it.invoicing(stamp).recordStorno("STR 1"));

        play.keep(Holds.follow(play, People.REP, play.move(People.REP, NegotiationState.DEAD), Duration.ZERO));

        assertThat(storage.locations().all(tenant))
                .filteredOn(StockLocation::isArchived)
                .isEmpty();
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
        assertThat(storage.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void whoever_archives_waits_for_goods_that_are_on_their_way()
            throws SQLException, InterruptedException, ExecutionException {
        try (var transaction = database.plainRuntime().getConnection()) {
            transaction.setAutoCommit(false);
            receive(PostgresStorage.on(HostTransactionIT.boundTo(transaction)));
            var archiving = OTHER.submit(() -> storage.locations().archive(tenant, SHOP));
            awaitBlocked();

            transaction.commit();

            assertThat(archiving.get().getLeft()).isInstanceOf(StockRefusal.LocationNotEmpty.class);
        }
    }

    @Test
    void whoever_brings_goods_waits_for_the_one_who_archives()
            throws SQLException, InterruptedException, ExecutionException {
        try (var transaction = database.plainRuntime().getConnection()) {
            transaction.setAutoCommit(false);
            PostgresStorage.on(HostTransactionIT.boundTo(transaction))
                    .locations()
                    .archive(tenant, SHOP)
                    .get();
            var receiving = OTHER.submit(
                    () -> storage.inventory().book(Goods.received(tenant, IDS, Goods.WHEAT_SEED, SHOP, "40")));
            awaitBlocked();

            transaction.commit();

            assertThat(receiving.get().getLeft()).isInstanceOf(StockRefusal.UnknownLocation.class);
        }
        assertThat(storage.locations().all(tenant))
                .filteredOn(StockLocation::isArchived)
                .hasSize(1);
    }

    private void receive(PostgresStorage where) {
        where.inventory()
                .book(Goods.received(tenant, IDS, Goods.WHEAT_SEED, SHOP, "40"))
                .get();
    }

    private static void awaitBlocked() throws InterruptedException {
        var blocked = """
                select count(*) from pg_stat_activity
                where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                """;
        while (owner.number(Optional.empty(), blocked) == 0) {
            Thread.sleep(10);
        }
    }
}
