package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read is one message to the server and its answer, and so is a commit; each is one transaction. */
class RoundTripsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static PostgresStorage storage;

    private TenantId tenant;
    private Play play;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.throughCountingSockets());
    }

    @BeforeEach
    void open() {
        tenant = Stocked.tenant(storage, IDS);
        play = Play.open(storage.negotiations(), IDS, tenant);
    }

    @Test
    void a_load_is_one_round_trip() {
        var before = CountingSockets.roundTrips();

        storage.negotiations().load(play.deal().id(), new IdempotencyKey("a key"));

        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void a_move_is_one_round_trip() {
        var commit = Play.commitOf(play.move(People.REP, NegotiationState.PROPOSAL), IDS);
        var before = CountingSockets.roundTrips();

        storage.negotiations().commit(commit);

        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void a_whole_quote_is_one_round_trip() {
        var before = CountingSockets.roundTrips();

        play.quote(
                Lines.of(Goods.WHEAT_SEED, "40", "10"),
                Lines.of(Goods.DRIP_TAPE, "1500", "0"),
                Lines.of(Goods.UREA, "1.5", "3"));

        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void what_many_products_cost_is_one_round_trip() {
        var tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
        storage.offerings().putOnSale(tenant, Goods.all());
        var skus = Goods.all().stream().map(PricedOffering::sku).toList();
        var now = Instant.parse("2026-03-02T12:00:00Z");
        var before = CountingSockets.roundTrips();

        var found =
                storage.offerings().onSale(OnSaleQuestion.of(tenant, skus, SalesChannelCode.DIRECT, Money.RON, now));

        assertThat(found).hasSize(skus.size());
        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void holding_goods_is_one_round_trip() {
        play.quote(Lines.of(Goods.WHEAT_SEED, "40", "0"), Lines.of(Goods.NOZZLE, "8", "0"));
        var hold = Play.commitOf(
                Holds.hold(
                        play,
                        Duration.ofHours(2),
                        Holds.of(IDS, Goods.WHEAT_SEED, "40"),
                        Holds.of(IDS, Goods.NOZZLE, "8")),
                IDS);
        var before = CountingSockets.roundTrips();

        storage.negotiations().commit(hold);

        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void a_booking_is_one_round_trip() {
        var booking = Goods.plentyOf(tenant, IDS);
        var before = CountingSockets.roundTrips();

        storage.inventory().book(booking);

        assertThat(CountingSockets.roundTrips() - before).isOne();
    }

    @Test
    void a_look_at_the_stock_and_a_batch_of_sweeping_are_one_round_trip_each() {
        var before = CountingSockets.roundTrips();

        storage.stockLevels().positions(tenant, List.of(Goods.NOZZLE.sku(), Goods.UREA.sku()), Play.MORNING);
        storage.reservations().releaseExpired(tenant, ActorRef.of(People.SYSTEM), Play.MORNING, 100);

        assertThat(CountingSockets.roundTrips() - before).isEqualTo(2);
    }

    @Test
    void a_commit_is_one_transaction() {
        play.to(NegotiationState.PROPOSAL);

        var transactions = new Raw(database.owner())
                .number(Optional.empty(), """
                select count(distinct x) from (
                    select xmin::text from cerniq.gold_negotiations where id = '%1$s'
                    union all select xmin::text from cerniq.negotiation_state_history where negotiation_id = '%1$s'
                    union all select xmin::text from cerniq.domain_events where stream_id = '%1$s' and version = 2
                    union all select xmin::text from cerniq.outbox where stream = 'negotiation/%1$s' and position = 2
                    union all select xmin::text from cerniq.policy_decisions where stream_id = '%1$s' and version = 2
                ) written (x)
                """.formatted(play.deal().id()));

        assertThat(transactions).isOne();
    }
}
