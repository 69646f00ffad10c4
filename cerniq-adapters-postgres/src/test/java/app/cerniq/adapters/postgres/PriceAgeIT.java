package app.cerniq.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.testkit.fixture.PlantProtection;
import app.cerniq.testkit.time.CountedIds;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What something costs today is found without reading what it cost before, whether it still has a price or not. */
class PriceAgeIT {

    private static final Pattern PAGES = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    @Test
    void a_price_is_found_in_a_few_pages_however_many_came_before_it() throws SQLException {
        var database = TestDatabase.migrated();
        var storage = PostgresStorage.on(database.runtime());
        var tenant = new TenantId(new CountedIds(1).next());
        storage.tenants().setUp(tenant, "A tenant");
        storage.catalogue().commit(PlantProtection.all(tenant));

        var young = pages(database, tenant, "2026-03-02");
        new Raw(database.owner()).run(tenant, """
                update cerniq.tenant_variant_price set valid_until = '1970-01-02' where tenant_id = '%1$s';
                insert into cerniq.tenant_variant_price (
                    tenant_id, sku, price_list_code, number, amount, floor_price, valid_from, valid_until
                )
                select '%1$s', 'GLIFO-360-5L', 'everybody', n, n, 0, 'epoch'::timestamptz + (n - 1) * interval '1 day',
                    'epoch'::timestamptz + n * interval '1 day'
                from generate_series(2, 2000) n;
                analyze cerniq.tenant_variant_price
                """.formatted(tenant));

        assertThat(young).isPositive();
        assertThat(pages(database, tenant, "1975-06-22")).isLessThanOrEqualTo(young + 12); // in the last of 2,000 days
        assertThat(pages(database, tenant, "2026-03-02")).isLessThanOrEqualTo(young + 12); // withdrawn long ago
    }

    /** How many pages the statement looks at, whether they are in memory or not. */
    private static int pages(TestDatabase database, TenantId tenant, String at) throws SQLException {
        var statement = new Sql("cerniq", "cerniq_runtime")
                .file("on-sale")
                .replace(":tenant", "'" + tenant + "'::uuid")
                .replace(":skus", "array['GLIFO-360-5L']")
                .replace(":channel", "'direct'")
                .replace(":currency", "'RON'")
                .replace(":at", "'" + at + "'::timestamptz");
        try (var connection = database.owner().getConnection();
                var explained = connection.createStatement();
                var plan = explained.executeQuery("explain (analyze, buffers, timing off, costs off) " + statement)) {
            while (plan.next()) {
                var found = PAGES.matcher(plan.getString(1));
                if (found.find()) {
                    var read = found.group(2);
                    return Integer.parseInt(found.group(1)) + (read == null ? 0 : Integer.parseInt(read));
                }
            }
            throw new IllegalStateException("The plan says nothing about pages.");
        }
    }
}
