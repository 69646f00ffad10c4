package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockAmount;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.People;
import app.cerniq.testkit.fixture.Play;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the first release, with what was counted in it, becomes one of this release. */
class StockMigrationIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final UUID WAREHOUSE = UUID.fromString("0f000000-0000-7000-8000-000000000007");

    /** Also under an owner whom row security binds, who sees no row of a tenant unless it is lifted. */
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "old_keeper"})
    void what_was_counted_stays_and_begins_a_ledger(String role) throws SQLException {
        var database = TestDatabase.empty();
        var owner = owner(database, role);
        var program = role.equals("postgres") ? "cerniq_runtime" : "old_keepers_program";
        var storage = PostgresStorage.builder(as(database, program))
                .runtimeRole(program)
                .build();
        var tenant = new TenantId(IDS.next());
        ofTheFirstRelease(owner, program);
        filled(database, tenant);

        PostgresStorage.builder(owner).runtimeRole(program).build().migrate(owner);

        var nozzles = Goods.NOZZLE.sku();
        var position = storage.stockLevels()
                .positions(tenant, List.of(nozzles), Play.MORNING)
                .get(nozzles);
        assertThat(position.levels())
                .extracting(level -> level.place().location() + " " + level.onHand() + " " + level.reserved())
                .containsExactly(WAREHOUSE + " 25 buc 0 buc", "principal 400 buc 0 buc");
        assertThat(storage.inventory().drifts(tenant)).isEmpty();
        assertThat(storage.inventory().movements(tenant, new Place(nozzles, LocationCode.PRINCIPAL), 0, 10))
                .singleElement()
                .satisfies(movement -> assertThat(movement.onHandAfter()).isEqualTo(StockAmount.of("400", Unit.PIECE)));
        assertThat(storage.inventory().movements(tenant, new Place(Goods.UREA.sku(), LocationCode.PRINCIPAL), 0, 10))
                .isEmpty();
        assertThat(storage.locations().all(tenant))
                .extracting(StockLocation::code)
                .containsExactly(new LocationCode(WAREHOUSE.toString()), LocationCode.PRINCIPAL);
        assertThat(storage.inventory().book(Goods.plentyOf(tenant, IDS)).isRight())
                .isTrue();
        assertThat(storage.inventory().repair(tenant, ActorRef.of(People.SYSTEM), Play.MORNING))
                .isEmpty();
        assertThat(new Raw(database.owner()).number(Optional.empty(), """
                                select count(*) from pg_class
                                where relnamespace = 'cerniq'::regnamespace and relkind = 'r' and not relforcerowsecurity
                                    and relname in ('tenants', 'stock_inventory', 'stock_movements')
                                """)).isZero();
    }

    private static PGSimpleDataSource as(TestDatabase database, String role) {
        var source = database.owner();
        source.setOptions("-c role=" + role);
        return source;
    }

    private static PGSimpleDataSource owner(TestDatabase database, String role) throws SQLException {
        if (role.equals("postgres")) {
            return database.owner();
        }
        execute(database.owner(), """
                drop role if exists %1$s;
                create role %1$s createrole;
                do $$ begin execute format('grant create on database %%I to %1$s', current_database()); end $$
                """.formatted(role));
        return as(database, role);
    }

    private static void ofTheFirstRelease(PGSimpleDataSource owner, String program) throws SQLException {
        var sql = new Sql("cerniq", program);
        execute(owner, "create schema cerniq");
        for (var script : List.of(
                "V1__tenants_and_catalogue",
                "V2__negotiations",
                "V3__quotes_and_discounts",
                "V4__journal",
                "V5__guards",
                "V6__price_guards",
                "V7__row_security")) {
            execute(owner, sql.text(Sql.read("migrations/" + script + ".sql")));
        }
    }

    /** Goods in the default warehouse and in another; some promised to nobody, some all gone. */
    private static void filled(TestDatabase database, TenantId tenant) throws SQLException {
        execute(database.owner(), """
                insert into cerniq.tenants (id, name) values ('%1$s', 'A tenant');
                insert into cerniq.gold_products (
                    tenant_id, sku, version, name, unit, price_list, currency, list_price, min_price, vat_category, vat_percent
                )
                select '%1$s', sku, 1, sku, unit, 'standard', 'RON', 10, 5, 'S', 11
                from (values ('%2$s', 'buc'), ('%3$s', 't'), ('%4$s', 'sac'), ('%5$s', 'm')) p (sku, unit);
                insert into cerniq.stock_inventory (tenant_id, sku, unit, total_quantity, reserved_quantity) values
                    ('%1$s', '%2$s', 'buc', 400, 7), ('%1$s', '%3$s', 't', 0, 3);
                insert into cerniq.stock_inventory (tenant_id, sku, unit, total_quantity, warehouse_id) values
                    ('%1$s', '%2$s', 'buc', 25, '%6$s');
                """.formatted(
                        tenant,
                        Goods.NOZZLE.sku(),
                        Goods.UREA.sku(),
                        Goods.WHEAT_SEED.sku(),
                        Goods.DRIP_TAPE.sku(),
                        WAREHOUSE));
    }

    private static void execute(PGSimpleDataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
