package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.ports.shared.IdempotencyKey;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read is one message to the server and its answer, and so is a commit; each is one transaction. */
class RoundTripsIT {

    private static final CountedIds IDS = new CountedIds(1);

    private static TestDatabase database;
    private static PostgresStorage storage;

    private Play play;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.throughCountingSockets());
    }

    @BeforeEach
    void open() {
        var tenant = new TenantId(IDS.next());
        storage.tenants().setUp(tenant, "A tenant");
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
    void a_commit_is_one_transaction() {
        play.to(NegotiationState.PROPOSAL);

        var transactions = new Raw(database.owner())
                .number(Optional.empty(), """
                select count(distinct x) from (
                    select xmin::text from cerniq.gold_negotiations where id = '%1$s'
                    union all select xmin::text from cerniq.negotiation_state_history where negotiation_id = '%1$s'
                    union all select xmin::text from cerniq.domain_events where stream_id = '%1$s' and version = 2
                    union all select xmin::text from cerniq.outbox where stream_id = '%1$s' and version = 2
                    union all select xmin::text from cerniq.policy_decisions where stream_id = '%1$s' and version = 2
                ) written (x)
                """.formatted(play.deal().id()));

        assertThat(transactions).isOne();
    }
}
