package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.StockLocation.Kind;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.time.CountedIds;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I1 and the ledger a second time: what is written past the domain into the warehouse is refused, by name. */
class StockGuardsIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final String NOZZLES = " where sku = '" + Goods.NOZZLE.sku() + "' and location = 'principal'";

    private static TestDatabase database;
    private static TenantId tenant;
    private static Raw runtime;
    private static Raw owner;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        tenant = Stocked.tenant(storage, IDS);
        Stocked.runLow(storage, IDS, tenant);
        var closed = new LocationCode("closed");
        storage.locations().open(tenant, closed, Kind.STORE, "Closed").get();
        storage.locations().archive(tenant, closed).get();
        runtime = new Raw(database.runtime());
        owner = new Raw(database.owner());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no more is reserved than there is | reserved_quantity = total_quantity + 0.001",
                "no more is reserved than there is | reserved_quantity = 1, safety_stock = total_quantity",
                "no more is reserved than there is | reserved_quantity = 1, total_quantity = 5, safety_stock = 6",
                "stock is not negative | total_quantity = -1",
                "reserved stock is not negative | reserved_quantity = -1",
                "thresholds are not negative | safety_stock = -1",
                "thresholds are not negative | low_stock_threshold = -1",
                "thresholds are not negative | reorder_point = -1",
                "thresholds are not negative | reorder_quantity = 0",
                "what is on its way has a day | incoming_quantity = 5",
                "what is on its way has a day | incoming_quantity = 0, next_restock_date = now()",
                "goods lie at a location | location = 'nowhere'",
                "a place stays what it is | location = 'closed'",
                "a place stays what it is | unit = 'kg'",
                "every change of stock is a movement | total_quantity = total_quantity + 1",
                "every change of stock is a movement | reserved_quantity = 1",
                "every change of stock is a movement | movements = movements + 1",
                "every change of stock is a movement | movements = movements - 1"
            })
    void a_counter_is_never_changed_to_what_it_cannot_be(String sentence, String assignments) {
        var change = "update cerniq.stock_inventory set " + assignments + NOZZLES;

        assertThat(runtime.refusal(tenant, change)).contains(sentence);
    }

    @Test
    void thresholds_may_change_without_a_movement() {
        var change = "update cerniq.stock_inventory set safety_stock = 5, low_stock_threshold = 7" + NOZZLES;

        assertThat(runtime.refusal(tenant, change)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ADJUSTMENT, 5, 405, 2, 5", // as it should be
        "ADJUSTMENT, 4, 405, 2, 5",
        "ADJUSTMENT, 5, 404, 2, 5",
        "ADJUSTMENT, 5, 405, 3, 5",
        "ADJUSTMENT, 5, 405, 2, 6"
    })
    void a_counter_changes_by_exactly_what_its_ledger_says(
            String type, int change, int after, int number, int counted) {
        var refusal = runtime.refusal(tenant, booked("principal", type, change, after, number, counted));

        if (change == 5 && after == 405 && number == 2 && counted == 5) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal).get().isIn("every change of stock is a movement", "every movement is counted");
        }
    }

    /** A movement of the nozzles, and a counter that goes with it or does not. */
    private static String booked(String location, String type, int change, int after, int number, int counted) {
        return """
                with ledger as (
                    insert into cerniq.stock_movements (
                        tenant_id, sku, location, movement_number, movement_type, on_hand_change, reserved_change,
                        on_hand_after, reserved_after, reason, actor_type, actor_id, actor_label, moved_at
                    )
                    values ('%1$s', '%2$s', '%3$s', %4$s, '%5$s', %6$s, 0, %7$s, 0, '', 'user', gen_random_uuid(), 'raw', now())
                )
                update cerniq.stock_inventory
                set total_quantity = total_quantity + %8$s, movements = movements + 1
                where tenant_id = '%1$s' and sku = '%2$s' and location = '%3$s'
                """.formatted(tenant, Goods.NOZZLE.sku(), location, number, type, change, after, counted);
    }

    @Test
    void a_new_counter_begins_with_its_ledger() {
        var birth = """
                insert into cerniq.stock_inventory (tenant_id, sku, unit, location, total_quantity)
                values ('%s', '%s', 'buc', '%s', %s)
                """;
        owner.run(
                tenant,
                "insert into cerniq.stock_locations (tenant_id, code, name) values ('" + tenant + "', 'new', 'New')");

        assertThat(runtime.refusal(tenant, birth.formatted(tenant, Goods.NOZZLE.sku(), "new", "3")))
                .contains("every change of stock is a movement");
        assertThat(runtime.refusal(tenant, birth.formatted(tenant, Goods.NOZZLE.sku(), "new", "0")))
                .isEmpty();
        assertThat(runtime.refusal(tenant, birth.formatted(tenant, "NO-SUCH", "new", "0")))
                .contains("only products are in stock");
    }

    @Test
    void goods_lie_only_where_it_is_open() {
        runtime.run(tenant, """
                insert into cerniq.stock_inventory (tenant_id, sku, unit, location, total_quantity)
                values ('%s', '%s', 'buc', 'closed', 0) on conflict do nothing
                """.formatted(tenant, Goods.NOZZLE.sku()));

        var refusal = runtime.refusal(tenant, booked("closed", "PURCHASE", 1, 1, 1, 1));

        assertThat(refusal).contains("goods lie only where it is open");
    }

    @Test
    void a_location_with_goods_is_not_archived() {
        var archive = "update cerniq.stock_locations set archived_at = now() where code = 'principal'";

        assertThat(runtime.refusal(tenant, archive)).contains("an archived location is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a location's code is short and plain | code = 'behind the shed'",
                "a location is a warehouse, a store or virtual | kind = 'SHED'",
                "a location has a name | name = ''"
            })
    void a_location_is_what_people_can_name(String sentence, String assignment) {
        var change = "update cerniq.stock_locations set " + assignment + " where code = 'closed'";

        assertThat(owner.refusal(tenant, change)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a movement is one of nine | 'GIFT', 1, 0, null, null",
                "a movement is one of nine | 'PURCHASE', -1, 0, null, null",
                "a movement is one of nine | 'PURCHASE', 1, 1, null, null",
                "a movement is one of nine | 'ADJUSTMENT', 1, 1, null, null",
                "a movement is one of nine | 'TRANSFER', 0, 0, null, null",
                "a movement is one of nine | 'RESERVATION', 1, 1, gen_random_uuid(), gen_random_uuid()",
                "a movement is one of nine | 'RELEASE', 0, 1, gen_random_uuid(), gen_random_uuid()",
                "a movement is one of nine | 'SALE', -2, -1, gen_random_uuid(), gen_random_uuid()",
                "a movement is one of nine | 'RETURN', -1, 0, gen_random_uuid(), gen_random_uuid()",
                "goods move for a deal by its reservations | 'SALE', -2, -2, null, null",
                "goods move for a deal by its reservations | 'SALE', -2, -2, gen_random_uuid(), null",
                "goods move for a deal by its reservations | 'SYNC', 2, 0, gen_random_uuid(), gen_random_uuid()",
                "every movement is counted | 'PURCHASE', 1, 0, null, null"
            })
    void a_movement_is_of_a_kind_and_never_alone(String sentence, String values) {
        var movement = """
                insert into cerniq.stock_movements (
                    tenant_id, sku, location, movement_number, on_hand_after, reserved_after, reason, actor_type, actor_id,
                    actor_label, moved_at, movement_type, on_hand_change, reserved_change, negotiation_id, reservation_id
                )
                values ('%s', '%s', 'principal', 2, 400, 0, '', 'user', gen_random_uuid(), 'raw', now(), %s)
                """.formatted(tenant, Goods.NOZZLE.sku(), values);

        assertThat(runtime.refusal(tenant, movement)).contains(sentence);
    }

    @Test
    void an_alert_is_about_a_movement_that_left_little() {
        var alert = """
                insert into cerniq.stock_alerts (tenant_id, sku, location, movement_number, available, threshold, raised_at)
                values ('%s', '%s', 'principal', %s, %s, 10, now())
                """;

        assertThat(runtime.refusal(tenant, alert.formatted(tenant, Goods.NOZZLE.sku(), 99, 3)))
                .contains("an alert has its movement");
        assertThat(runtime.refusal(tenant, alert.formatted(tenant, Goods.NOZZLE.sku(), 1, 11)))
                .contains("an alert tells of little");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock_inventory", "stock_locations"})
    void counters_and_locations_are_never_deleted(String table) {
        var delete = "delete from cerniq." + table;

        assertThat(runtime.refusal(tenant, delete)).contains("42501");
        assertThat(owner.refusal(tenant, delete))
                .get()
                .isIn("a counter is never deleted", "a location is never deleted");
    }

    @Test
    void every_tenant_has_a_principal_location_however_it_was_set_up() {
        var id = IDS.next();
        owner.run(tenant, "insert into cerniq.tenants (id, name) values ('" + id + "', 'By hand')");

        var locations =
                "select count(*) from cerniq.stock_locations where tenant_id = '" + id + "' and code = 'principal'";
        assertThat(owner.number(Optional.empty(), locations)).isOne();
    }
}
