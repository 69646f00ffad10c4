package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.PriceListCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.Replenishment;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.catalog.CatalogueCommit;
import app.cerniq.ports.catalog.CommitOutcome;
import app.cerniq.ports.stock.Booking.Received;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.common.BaseDataSource;

/** Inside a transaction of the host every call joins it: the host commits, the host rolls back. */
class HostTransactionIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private static TestDatabase database;
    private static PostgresStorage outside;

    private Connection transaction;
    private PostgresStorage inside;
    private TenantId tenant;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        outside = PostgresStorage.on(database.runtime());
    }

    @BeforeEach
    void begin() throws SQLException {
        tenant = new TenantId(IDS.next());
        outside.tenants().setUp(tenant, "A tenant");
        transaction = database.plainRuntime().getConnection();
        transaction.setAutoCommit(false);
        inside = PostgresStorage.on(boundTo(transaction));
    }

    @AfterEach
    void end() throws SQLException {
        transaction.close();
    }

    @Test
    void what_the_host_rolls_back_never_was() throws SQLException {
        var play = Play.open(inside.negotiations(), IDS, tenant).quote(Lines.of(Goods.WHEAT_SEED, "40", "10"));
        assertThat(inside.negotiations().find(play.deal().id())).contains(play.deal());

        transaction.rollback();

        assertThat(outside.negotiations().find(play.deal().id())).isEmpty();
    }

    @Test
    void what_the_host_commits_is_there_and_not_before() throws SQLException {
        var play = Play.open(inside.negotiations(), IDS, tenant).toProformaSent();
        assertThat(outside.negotiations().find(play.deal().id())).isEmpty();

        transaction.commit();

        assertThat(outside.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void a_refused_commit_takes_back_its_own_writes_and_no_others() throws SQLException {
        var lead = new LeadId(IDS.next());
        var play = Play.open(inside.negotiations(), IDS, tenant, lead);

        var second = inside.negotiations().commit(Play.commitOf(Play.opening(IDS, tenant, lead), IDS));
        play.to(NegotiationState.PROPOSAL);
        transaction.commit();

        assertThat(second).isEqualTo(Either.left(new NegotiationRefusal.LeadAlreadyInNegotiation(lead)));
        assertThat(outside.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void a_stale_commit_leaves_the_transaction_usable() throws SQLException {
        var play = Play.open(inside.negotiations(), IDS, tenant);
        var late = play.move(People.REP, NegotiationState.DEAD);
        play.to(NegotiationState.PROPOSAL);

        var answer = inside.negotiations().commit(Play.commitOf(late, IDS));
        transaction.commit();

        assertThat(answer).isEqualTo(Either.left(new NegotiationRefusal.StaleVersion(1, 2)));
        assertThat(outside.negotiations().find(play.deal().id())).contains(play.deal());
    }

    @Test
    void a_catalogue_joins_and_what_of_it_is_stale_takes_back_itself_alone() throws SQLException {
        inside.catalogue().commit(PlantProtection.all(tenant));
        var more = PlantProtection.variant(new Sku("GLIFO-360-20L"), "20 l");
        var tie = PriceList.standard(new PriceListCode("the same again"), Money.RON);
        var stale = CatalogueCommit.of(tenant).withVariants(List.of(more)).withPriceLists(List.of(tie));

        assertThat(inside.catalogue().commit(stale)).isEqualTo(CommitOutcome.STALE);
        assertThat(outside.catalogue().variantsOf(tenant, PlantProtection.CODE)).isEmpty();
        transaction.commit();

        assertThat(outside.catalogue().variantsOf(tenant, PlantProtection.CODE)).hasSize(2);
    }

    @Test
    void a_hold_that_comes_too_late_takes_back_its_own_writes_and_no_others() throws SQLException {
        Stocked.fill(outside, IDS, tenant);
        var first = Play.open(inside.negotiations(), IDS, tenant).quote(Lines.of(Goods.NOZZLE, "300", "0"));
        var second = Play.open(inside.negotiations(), IDS, tenant).quote(Lines.of(Goods.NOZZLE, "101", "0"));
        first.keep(Holds.hold(first, TWO_HOURS, Holds.of(IDS, Goods.NOZZLE, "300")));

        var answer = inside.negotiations()
                .commit(Play.commitOf(Holds.hold(second, TWO_HOURS, Holds.of(IDS, Goods.NOZZLE, "101")), IDS));
        second.to(NegotiationState.PROPOSAL);
        transaction.commit();

        assertThat(answer.getLeft()).isInstanceOf(NegotiationRefusal.NotEnoughStock.class);
        assertThat(answer.getLeft().accepted()).isEqualTo("at most 100 buc of ECH-DUZA-03");
        assertThat(outside.negotiations().find(first.deal().id())).contains(first.deal());
        assertThat(outside.negotiations().find(second.deal().id())).contains(second.deal());
        assertThat(outside.inventory().drifts(tenant)).isEmpty();
    }

    @Test
    void a_refused_booking_leaves_the_transaction_usable() throws SQLException {
        Stocked.fill(outside, IDS, tenant);
        var nozzles = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);
        var nowhere = new Place(Goods.NOZZLE.sku(), new LocationCode("nowhere"));
        var five = Quantity.of("5", Goods.NOZZLE.unit());

        var refused = inside.inventory()
                .book(Goods.booking(tenant, IDS, List.of(new Received(nozzles, five), new Received(nowhere, five))));
        var booked = inside.inventory().book(Goods.booking(tenant, IDS, List.of(new Received(nozzles, five))));
        transaction.commit();

        assertThat(refused.getLeft()).isInstanceOf(StockRefusal.UnknownLocation.class);
        assertThat(booked.get().levels().get(0).onHand()).hasToString("405 buc");
        assertThat(outside.inventory().movements(tenant, nozzles, 1, 10)).hasSize(1);
    }

    @Test
    void thresholds_and_repairs_join_the_transaction_too() throws SQLException {
        Stocked.fill(outside, IDS, tenant);
        var nozzles = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);
        var unit = Goods.NOZZLE.unit();
        var by = ActorRef.of(People.REP);

        var level = inside.inventory()
                .replenish(
                        tenant,
                        nozzles,
                        Replenishment.standard(unit).keeping(StockAmount.of("30", unit)),
                        by,
                        Play.MORNING);
        assertThat(inside.inventory().repair(tenant, by, Play.MORNING)).isEmpty();
        transaction.rollback();

        assertThat(level.get().available()).hasToString("370 buc");
        assertThat(outside.stockLevels()
                        .positions(tenant, List.of(nozzles.sku()), Play.MORNING)
                        .get(nozzles.sku())
                        .available())
                .hasToString("400 buc");
    }

    @Test
    void two_tenants_may_share_one_transaction() throws SQLException {
        var other = new TenantId(IDS.next());
        inside.tenants().setUp(other, "Another");
        var ours = Play.open(inside.negotiations(), IDS, tenant);
        var theirs = Play.open(inside.negotiations(), IDS, other);
        ours.to(NegotiationState.PROPOSAL);

        transaction.commit();

        assertThat(outside.negotiations().find(ours.deal().id())).contains(ours.deal());
        assertThat(outside.negotiations().find(theirs.deal().id())).contains(theirs.deal());
    }

    /** A data source as a transaction manager of a host makes it: always the same connection, never closed by us. */
    static DataSource boundTo(Connection transaction) {
        var lent = (Connection) Proxy.newProxyInstance(
                HostTransactionIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(transaction, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        return new BoundDataSource(lent);
    }

    private static final class BoundDataSource extends BaseDataSource implements DataSource {

        private final Connection lent;

        BoundDataSource(Connection lent) {
            this.lent = lent;
        }

        @Override
        public Connection getConnection() {
            return lent;
        }

        @Override
        public String getDescription() {
            return "bound to a transaction";
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }
    }
}
