package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.Drift;
import app.cerniq.domain.stock.Drift.Counter;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.MovementType;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody wrote past every guard is found, told and set right. 400 nozzles are there, 300 of them held. */
class DriftIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final Place NOZZLES = new Place(Goods.NOZZLE.sku(), LocationCode.PRINCIPAL);
    private static final ActorRef CLERK = ActorRef.of(People.REP);

    private static TestDatabase database;
    private static PostgresStorage storage;
    private static Raw unguarded;

    private TenantId tenant;
    private Play play;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        storage = PostgresStorage.on(database.runtime());
        unguarded = new Raw(database.unguarded());
    }

    @BeforeEach
    void hold() {
        tenant = Stocked.tenant(storage, IDS);
        play = Play.open(storage.negotiations(), IDS, tenant).quote(Lines.of(Goods.NOZZLE, "300", "0"));
        play.keep(Holds.hold(play, Duration.ofHours(2), Holds.of(IDS, Goods.NOZZLE, "300")));
    }

    @Test
    void a_counter_on_hand_follows_its_ledger() {
        counters("total_quantity = 390");

        assertThat(storage.inventory().drifts(tenant))
                .containsExactly(new Drift(NOZZLES, Counter.ON_HAND, pieces("390"), pieces("400")));
        assertThat(repair()).hasSize(1);
        assertThat(level().onHand()).isEqualTo(pieces("400"));
        assertThat(storage.inventory().movements(tenant, NOZZLES, 2, 10)).isEmpty();
        sound();
    }

    @Test
    void a_counter_of_what_is_held_follows_the_reservations() {
        counters("reserved_quantity = 299");

        assertThat(repair())
                .containsExactly(
                        new Drift(NOZZLES, Counter.RESERVED_LEDGER, pieces("299"), pieces("300")),
                        new Drift(NOZZLES, Counter.RESERVED, pieces("299"), pieces("300")));
        assertThat(level().reserved()).isEqualTo(pieces("300"));
        assertThat(storage.inventory().movements(tenant, NOZZLES, 2, 10)).isEmpty();
        sound();
    }

    @Test
    void a_ledger_that_does_not_know_of_the_end_of_a_hold_is_told_of_a_repair() {
        unguarded.run(
                tenant,
                "update cerniq.stock_reservations set status = 'EXPIRED', ended_at = expires_at where negotiation_id = '"
                        + play.deal().id().value() + "'");

        assertThat(repair())
                .containsExactly(new Drift(NOZZLES, Counter.RESERVED, pieces("300"), StockAmount.none(Unit.PIECE)));
        assertThat(level().reserved()).isEqualTo(StockAmount.none(Unit.PIECE));
        assertThat(storage.inventory().movements(tenant, NOZZLES, 2, 10))
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.type()).isEqualTo(MovementType.REPAIR);
                    assertThat(movement.reserved()).hasToString("-300 buc");
                    assertThat(movement.by()).isEqualTo(CLERK);
                });
        sound();
    }

    @Test
    void both_counters_are_set_right_at_once() {
        counters("total_quantity = 1, reserved_quantity = 0");
        unguarded.run(
                tenant,
                "update cerniq.stock_reservations set status = 'EXPIRED', ended_at = expires_at where negotiation_id = '"
                        + play.deal().id().value() + "'");

        assertThat(repair()).hasSize(2);

        assertThat(level().onHand()).isEqualTo(pieces("400"));
        assertThat(level().reserved()).isEqualTo(StockAmount.none(Unit.PIECE));
        sound();
    }

    @Test
    void selling_goes_on_where_a_counter_has_drifted() {
        counters("total_quantity = 390");
        var other = Play.open(storage.negotiations(), IDS, tenant).quote(Lines.of(Goods.NOZZLE, "90", "0"));

        other.keep(Holds.hold(other, Duration.ofHours(2), Holds.of(IDS, Goods.NOZZLE, "90")));

        assertThat(storage.inventory().drifts(tenant))
                .containsExactly(new Drift(NOZZLES, Counter.ON_HAND, pieces("390"), pieces("400")));
    }

    private void counters(String assignments) {
        unguarded.run(
                tenant,
                "update cerniq.stock_inventory set " + assignments + " where tenant_id = '" + tenant + "' and sku = '"
                        + Goods.NOZZLE.sku() + "'");
    }

    private List<Drift> repair() {
        return storage.inventory().repair(tenant, CLERK, Play.MORNING);
    }

    private void sound() {
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
        assertThat(repair()).isEmpty();
    }

    private StockLevel level() {
        return storage.stockLevels()
                .positions(tenant, List.of(Goods.NOZZLE.sku()), Play.MORNING)
                .get(Goods.NOZZLE.sku())
                .levels()
                .get(0);
    }

    private static StockAmount pieces(String value) {
        return StockAmount.of(value, Unit.PIECE);
    }
}
