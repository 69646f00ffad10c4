package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.catalog.NotOnSale;
import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.catalog.SalesChannelCode;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.catalog.OnSaleQuestion;
import app.cerniq.testkit.time.CountedIds;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A catalogue that was kept before there were versions and price lists is the same one afterwards. */
class CatalogueMigrationIT {

    private static final CountedIds IDS = new CountedIds(1);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant WITHDRAWN = Instant.parse("2026-02-03T04:05:06Z");

    private static final PricedOffering UREA = new PricedOffering(
            new Sku("UREA"),
            1,
            "Uree 46 % N",
            Unit.TONNE,
            "standard",
            Money.ron("2400.00"),
            Money.ron("2000.00"),
            Optional.of(Money.ron("1800.00")),
            VatTreatment.taxed("11"));
    private static final PricedOffering SEED = new PricedOffering(
            new Sku("SEED"),
            7,
            "Sămânță de grâu",
            Unit.BAG,
            "Primăvară 2026",
            Money.ron("250.00"),
            Money.ron("180.00"),
            Optional.empty(),
            new VatTreatment(VatCategory.AE, Percentage.ZERO));
    private static final PricedOffering PUMP = new PricedOffering(
            new Sku("PUMP"),
            2,
            "Pompă",
            Unit.PIECE,
            "standard",
            euro("90.00"),
            euro("0.00"),
            Optional.empty(),
            VatTreatment.taxed("21"));

    private static TenantId tenant;
    private static TenantId other;
    private static PostgresStorage storage;

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EURO);
    }

    /** Everything is done by an owner who is no superuser, and whom row security would hide every row from. */
    @BeforeAll
    static void migrate() throws SQLException {
        var database = TestDatabase.empty();
        execute(database.owner(), """
                drop role if exists shopkeeper;
                create role shopkeeper createrole;
                do $$ begin execute format('grant create on database %I to shopkeeper', current_database()); end $$
                """);
        tenant = new TenantId(IDS.next());
        other = new TenantId(IDS.next());
        var keeper = database.owner();
        keeper.setOptions("-c role=shopkeeper");
        Flyway.configure(CatalogueMigrationIT.class.getClassLoader())
                .dataSource(keeper)
                .locations("classpath:app/cerniq/adapters/postgres/migrations")
                .schemas("cerniq")
                .defaultSchema("cerniq")
                .createSchemas(true)
                .table("cerniq_schema_history")
                .placeholders(Map.of("schema", "cerniq", "runtimeRole", "shops_program"))
                .target("7")
                .load()
                .migrate();
        execute(database.owner(), """
                insert into cerniq.tenants (id, name) values ('%1$s', 'A tenant'), ('%2$s', 'Another');
                insert into cerniq.gold_products (
                    tenant_id, sku, version, name, unit, price_list, currency, list_price, min_price, cost, vat_category,
                    vat_percent, status, updated_at
                )
                values
                    ('%1$s', 'UREA', 1, 'Uree 46 %% N', 't', 'standard', 'RON', 2400, 2000, 1800, 'S', 11, 'on_sale', now()),
                    ('%1$s', 'SEED', 7, 'Sămânță de grâu', 'sac', 'Primăvară 2026', 'RON', 250, 180, null, 'AE', 0, 'on_sale',
                        now()),
                    ('%1$s', 'NPK', 1, 'NPK', 't', 'standard', 'RON', 3000, 2500, null, 'S', 11, 'on_sale', now()),
                    ('%1$s', 'PUMP', 2, 'Pompă', 'buc', 'standard', 'EUR', 90, 0, null, 'S', 21, 'on_sale', now()),
                    ('%1$s', 'OLD', 3, 'Vechi', 'buc', 'standard', 'RON', 10, 5, null, 'S', 21, 'withdrawn', '%3$s'),
                    ('%2$s', 'UREA', 4, 'Uree', 't', 'standard', 'RON', 2500, 2100, null, 'S', 11, 'on_sale', now());
                insert into cerniq.stock_inventory (tenant_id, sku, unit, total_quantity) values ('%1$s', 'UREA', 't', 12.5);
                """.formatted(tenant, other, WITHDRAWN));

        storage = PostgresStorage.builder(as(database, "shops_program"))
                .runtimeRole("shops_program")
                .build();
        storage.migrate(keeper);
    }

    private static DataSource as(TestDatabase database, String role) {
        var source = database.owner();
        source.setOptions("-c role=" + role);
        return source;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<Sku, PricedOffering> onSale(TenantId whose, Currency currency, String... skus) {
        return storage.offerings().onSale(asking(whose, currency, skus));
    }

    private static OnSaleQuestion asking(TenantId whose, Currency currency, String... skus) {
        return OnSaleQuestion.of(
                whose, List.of(skus).stream().map(Sku::new).toList(), SalesChannelCode.DIRECT, currency, NOON);
    }

    @Test
    void what_was_on_sale_is_on_sale_as_it_was() {
        assertThat(onSale(tenant, Money.RON, "UREA", "SEED")).isEqualTo(Map.of(UREA.sku(), UREA, SEED.sku(), SEED));
        assertThat(onSale(other, Money.RON, "UREA").get(UREA.sku()))
                .extracting(PricedOffering::version, PricedOffering::listPrice)
                .containsExactly(4, Money.ron("2500"));
    }

    @Test
    void a_name_that_stood_for_lists_in_two_currencies_stays_with_the_one_that_has_more() {
        var priced = onSale(tenant, EURO, "PUMP").get(PUMP.sku());

        assertThat(priced.priceList()).isEqualTo("standard EUR");
        assertThat(priced)
                .usingRecursiveComparison()
                .ignoringFields("priceList")
                .isEqualTo(PUMP);
    }

    @Test
    void what_was_withdrawn_still_is_since_the_same_instant() {
        assertThat(onSale(tenant, Money.RON, "OLD")).isEmpty();
        assertThat(storage.offerings().notOnSale(asking(tenant, Money.RON, "OLD")))
                .containsValue(new NotOnSale.Withdrawn(SalesChannelCode.DIRECT, Money.RON, WITHDRAWN));
    }

    @Test
    void every_tenant_that_was_there_sells_directly() {
        assertThat(storage.salesChannels().all(tenant)).containsExactly(SalesChannel.direct());
    }

    @Test
    void what_was_counted_is_there_and_can_be_counted_again() {
        assertThat(storage.stockLevels().positions(tenant, List.of(UREA.sku()), NOON))
                .hasSize(1);
    }

    @Test
    void the_next_price_and_the_next_version_follow_what_was_there() {
        var dearer = new PricedOffering(
                SEED.sku(),
                8,
                "Sămânță",
                Unit.BAG,
                "Primăvară 2026",
                Money.ron("260"),
                Money.ron("190"),
                Optional.empty(),
                SEED.vat());
        var later = NOON.plusSeconds(60);

        storage.offerings().putOnSale(tenant, List.of(dearer), later);

        assertThat(storage.offerings()
                        .onSale(OnSaleQuestion.of(
                                tenant, List.of(SEED.sku()), SalesChannelCode.DIRECT, Money.RON, later)))
                .containsValue(dearer);
        storage.offerings().putOnSale(tenant, List.of(dearer), later); // again, without effect
    }
}
