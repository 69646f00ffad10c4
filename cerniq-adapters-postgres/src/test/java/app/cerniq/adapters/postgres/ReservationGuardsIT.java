package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Holds;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I2 and I14 a second time: what a deal holds, its reservations and the ledger say the same, whoever writes them. */
class ReservationGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);

    /** So that holds are live whatever the clock of the server says. */
    private static final Instant FAR_FUTURE = Instant.parse("2150-03-02T08:00:00Z");

    private static TestDatabase database;
    private static TenantId tenant;
    private static Raw runtime;
    private static Raw owner;

    /** With 40 bags of wheat and 8 nozzles quoted and held. */
    private static UUID held;

    private static UUID wheat;
    private static UUID nozzles;

    /** Invoiced, with goods that left. */
    private static UUID sold;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        tenant = Stocked.tenant(storage, IDS);
        var wheatHeld = Holds.of(IDS, Goods.WHEAT_SEED, "40");
        var nozzlesHeld = Holds.of(IDS, Goods.NOZZLE, "8");
        wheat = wheatHeld.id().value();
        nozzles = nozzlesHeld.id().value();
        var holding = Play.open(storage.negotiations(), IDS, tenant)
                .at(FAR_FUTURE)
                .quote(Lines.of(Goods.WHEAT_SEED, "40", "0"), Lines.of(Goods.NOZZLE, "8", "0"));
        holding.keep(Holds.hold(holding, Duration.ofHours(2), wheatHeld, nozzlesHeld));
        held = holding.deal().id().value();
        var selling = Play.open(storage.negotiations(), IDS, tenant).toProformaSent();
        selling.step(People.REP, it -> stamp -> it.invoicing(stamp).acceptProforma("signed"))
                .step(People.SYSTEM, it -> stamp -> it.invoicing(stamp).recordInvoice("FCT 1", selling.now()));
        selling.keep(Holds.follow(
                selling,
                People.REP,
                selling.move(People.REP, NegotiationState.INVOICED),
                Duration.ZERO,
                Holds.of(IDS, Goods.WHEAT_SEED, "40"),
                Holds.of(IDS, Goods.DRIP_TAPE, "1500")));
        sold = selling.deal().id().value();
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is held is held until a time | held_until = null",
                "what is held is held until a time | held_reservations = '{}'",
                "what a deal says that it holds is held | held_until = held_until + interval '1 second'",
                "what a deal says that it holds is held | held_reservations = array_append(held_reservations, gen_random_uuid())",
                "nothing is held but what the deal says | held_until = null, held_reservations = '{}'",
                "nothing is held but what the deal says | held_reservations = held_reservations[1:1]",
                "what is held is what is quoted"
                        + " | quote_hash = null, quote_contents_hash = null, net_value = 0, vat_value = 0, total_value = 0",
                "a negotiation stays in its sales channel | sales_channel = 'dealers'"
            })
    void a_deal_says_nothing_about_goods_that_is_not_so(String sentence, String assignments) {
        var change = Raw.change(tenant, held, assignments, "user", "");

        assertThat(runtime.refusal(tenant, change)).contains(sentence);
    }

    @Test
    void a_line_is_not_given_back_alone() {
        var change = Raw.change(
                tenant,
                held,
                "held_reservations = array_remove(held_reservations, '" + nozzles + "')",
                "user",
                givenBack(-8));

        assertThat(runtime.refusal(tenant, change)).contains("what is held is what is quoted");
    }

    @Test
    void what_no_stock_is_kept_of_need_not_be_held() {
        var unkept =
                "update cerniq.gold_products set track_inventory = false where sku = '" + Goods.NOZZLE.sku() + "';";
        var change = Raw.change(
                tenant,
                held,
                "held_reservations = array_remove(held_reservations, '" + nozzles + "')",
                "user",
                givenBack(-8));

        assertThat(runtime.refusal(tenant, unkept + change)).isEmpty();
    }

    /** The end of the nozzles' reservation, well recorded where the change is -8. */
    private static String givenBack(int change) {
        return """
                , ended as (
                    update cerniq.stock_reservations
                    set status = 'CANCELLED', ended_at = now(), cancelled_reason = 'CANCELLED'
                    where id = '%1$s'
                ),
                ledger as (
                    insert into cerniq.stock_movements (
                        tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change,
                        on_hand_after, reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id,
                        actor_label, moved_at
                    )
                    select tenant_id, sku, location, movements + 1, 'RELEASE', 0, %2$s, total_quantity,
                        reserved_quantity + %2$s, '%3$s', '%1$s', '', 'user', '%3$s', 'raw', now()
                    from cerniq.stock_inventory
                    where tenant_id = '%5$s' and sku = '%4$s' and location = 'principal'
                ),
                counted as (
                    update cerniq.stock_inventory
                    set reserved_quantity = reserved_quantity + %2$s, movements = movements + 1
                    where tenant_id = '%5$s' and sku = '%4$s' and location = 'principal'
                )
                """.formatted(nozzles, change, held, Goods.NOZZLE.sku(), tenant);
    }

    @Test
    void a_reservation_ends_by_what_it_was() {
        var change = Raw.change(
                tenant,
                held,
                "held_reservations = array_remove(held_reservations, '" + nozzles + "')",
                "user",
                givenBack(-7));

        assertThat(owner.refusal(
                        tenant,
                        "alter table cerniq.gold_negotiations disable trigger \"what is held is what is quoted\";"
                                + change))
                .contains("a reservation begins and ends in the ledger");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a reservation is of more than nothing | quantity = 0",
                "a reservation has one of four statuses | status = 'MAYBE'",
                "what has ended has an end | status = 'EXPIRED'",
                "what has ended has an end | ended_at = now()",
                "what was cancelled was so for a reason | status = 'CANCELLED', ended_at = now()",
                "what was cancelled was so for a reason | status = 'CANCELLED', ended_at = now(), cancelled_reason = 'WHIM'",
                "what was cancelled was so for a reason | cancelled_reason = 'DEAD'",
                "a reservation expires when its time is up | status = 'EXPIRED', ended_at = expires_at - interval '1 second'",
                "a reservation begins and ends in the ledger | status = 'EXPIRED', ended_at = expires_at",
                "a reservation begins and ends in the ledger"
                        + " | status = 'CANCELLED', ended_at = now(), cancelled_reason = 'DEAD'",
                "a reservation is one of its deal | status = 'CONVERTED', ended_at = now()",
                "a reservation is one of its deal | expires_at = expires_at + interval '1 second'",
                "a reservation does not change, it ends | quantity = 41",
                "a reservation does not change, it ends | reserved_at = now()",
                "a reservation does not change, it ends | negotiation_version = 1",
                "a reservation is of goods at a place | location = 'nowhere'"
            })
    void a_reservation_is_never_changed_to_what_it_cannot_be(String sentence, String assignments) {
        var change = "update cerniq.stock_reservations set " + assignments + " where id = '" + wheat + "'";

        assertThat(runtime.refusal(tenant, change)).contains(sentence);
    }

    @Test
    void an_ended_reservation_stays_as_it_ended() {
        var again =
                "update cerniq.stock_reservations set expires_at = expires_at where negotiation_id = '" + sold + "'";

        assertThat(runtime.refusal(tenant, again)).contains("an ended reservation stays as it ended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a reservation is one of its deal | 'ACTIVE', null, null",
                "a reservation is one of its deal | 'CONVERTED', now(), null",
                "a reservation does not begin at its end | 'EXPIRED', now(), null",
                "a reservation does not begin at its end | 'CANCELLED', now(), 'DEAD'"
            })
    void a_reservation_begins_with_its_deal(String sentence, String end) {
        assertThat(runtime.refusal(tenant, birth(held, end))).contains(sentence);
    }

    @Test
    void nothing_is_held_for_a_deal_that_is_not() {
        assertThat(runtime.refusal(tenant, birth(IDS.next(), "'ACTIVE', null, null")))
                .contains("a reservation belongs to a negotiation");
    }

    @Test
    void a_reservation_begins_in_the_ledger() {
        var fresh = IDS.next();
        var change = Raw.change(
                tenant,
                held,
                "held_reservations = held_reservations || '" + fresh + "'::uuid",
                "user",
                ", begun as (" + birth(held, "'ACTIVE', null, null").replace("gen_random_uuid()", "'" + fresh + "'")
                        + ")");

        assertThat(owner.refusal(
                        tenant,
                        "alter table cerniq.gold_negotiations disable trigger \"what is held is what is quoted\";"
                                + change))
                .contains("a reservation begins and ends in the ledger");
    }

    private static String birth(UUID deal, String end) {
        return """
                insert into cerniq.stock_reservations (
                    tenant_id, negotiation_id, id, negotiation_version, sku, location, quantity, reserved_at, expires_at,
                    status, ended_at, cancelled_reason
                )
                select '%s', '%s', gen_random_uuid(), 1, '%s', 'principal', 1,
                    timestamptz '2000-01-01 00:00Z',
                    coalesce(
                        (select held_until from cerniq.gold_negotiations where id = '%2$s' and %4$s = 'ACTIVE'),
                        timestamptz '2000-01-01 00:00Z'
                    ),
                    %5$s
                """.formatted(tenant, deal, Goods.NOZZLE.sku(), end.substring(0, end.indexOf(',')), end);
    }

    @Test
    void a_movement_of_a_reservation_happens_once() {
        var twice = """
                insert into cerniq.stock_movements
                select tenant_id, sku, location, movement_number + 100, movement_type, on_hand_change, reserved_change,
                    on_hand_after, reserved_after, negotiation_id, reservation_id, reason, actor_type, actor_id, actor_label,
                    moved_at
                from cerniq.stock_movements
                where negotiation_id = '%s'
                """.formatted(sold);

        assertThat(runtime.refusal(tenant, twice)).contains("a reservation begins, ends and comes back once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'{}'", "sold_reservations[1:1]", "sold_reservations || gen_random_uuid()"})
    void what_a_deal_sold_left_and_what_came_back_came_back(String reservations) {
        var change = Raw.change(tenant, sold, "sold_reservations = " + reservations, "user", "");

        assertThat(runtime.refusal(tenant, change)).contains("what a deal sold left, and what came back came back");
    }

    @Test
    void a_reservation_is_never_deleted() {
        var delete = "delete from cerniq.stock_reservations";

        assertThat(runtime.refusal(tenant, delete)).contains("42501");
        assertThat(owner.refusal(tenant, delete)).contains("a reservation is never deleted");
        assertThat(owner.refusal(tenant, "truncate cerniq.stock_reservations"))
                .contains("reservations are not emptied");
    }
}
