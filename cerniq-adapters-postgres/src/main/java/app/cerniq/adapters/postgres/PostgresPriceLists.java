package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.PriceHistory;
import app.cerniq.domain.catalog.PriceList;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.catalog.VariantPrice;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.PriceLists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What goods cost and ever cost, in PostgreSQL. */
final class PostgresPriceLists implements PriceLists {

    private static final String ALL = """
            select code, name, currency, channel_code, valid_from, valid_until, precedence, revision
            from ${schema}.tenant_price_list
            where tenant_id = :tenant
            order by code collate "C"
            """;

    private static final String HISTORIES = """
            select
                c.price_list_code, c.sku, c.number, c.amount, c.compare_at, c.floor_price, c.cost, c.valid_from,
                c.valid_until, l.currency
            from ${schema}.tenant_variant_price c
            join ${schema}.tenant_price_list l on l.tenant_id = c.tenant_id and l.code = c.price_list_code
            where c.tenant_id = :tenant and c.sku = any (:skus)
            order by c.price_list_code collate "C", c.sku collate "C", c.number
            """;

    private final Database database;
    private final String all;
    private final String histories;

    PostgresPriceLists(Database database) {
        this.database = database;
        this.all = database.sql().text(ALL);
        this.histories = database.sql().text(HISTORIES);
    }

    @Override
    public List<PriceList> all(TenantId tenant) {
        return database.query(
                "read the price lists of tenant " + tenant,
                tenant,
                all,
                query -> query.bind("tenant", tenant.value()),
                CatalogueReading::priceList);
    }

    @Override
    public List<PriceHistory> histories(TenantId tenant, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return List.of();
        }
        var prices = database.query(
                "read the prices of tenant " + tenant,
                tenant,
                histories,
                query -> query.bind("tenant", tenant.value())
                        .bind("skus", skus.stream().map(Sku::value).toArray(String[]::new)),
                CatalogueReading::price);
        var found = new ArrayList<PriceHistory>();
        for (var from = 0; from < prices.size(); ) {
            var to = from + 1;
            while (to < prices.size() && isBeside(prices.get(from), prices.get(to))) {
                to++;
            }
            found.add(new PriceHistory(prices.get(from).list(), prices.get(from).sku(), prices.subList(from, to)));
            from = to;
        }
        return List.copyOf(found);
    }

    private static boolean isBeside(VariantPrice one, VariantPrice other) {
        return one.list().equals(other.list()) && one.sku().equals(other.sku());
    }
}
