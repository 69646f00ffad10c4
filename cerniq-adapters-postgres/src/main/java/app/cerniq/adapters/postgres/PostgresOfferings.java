package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.fiscal.VatCategory;
import app.cerniq.domain.fiscal.VatTreatment;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.Offerings;
import app.cerniq.ports.shared.UnknownTenantException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue in PostgreSQL. */
final class PostgresOfferings implements Offerings {

    private static final String ON_SALE = """
            select
                sku, version, name, unit, price_list, currency, list_price, min_price, cost, vat_category, vat_percent
            from ${schema}.gold_products
            where tenant_id = :tenant and sku = any (:skus) and status = 'on_sale'
            """;

    private final Database database;
    private final String onSale;
    private final String putOnSale;

    PostgresOfferings(Database database) {
        this.database = database;
        this.onSale = database.sql().text(ON_SALE);
        this.putOnSale = database.sql().file("put-on-sale");
    }

    @Override
    public Map<Sku, PricedOffering> onSale(TenantId tenant, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        var names = skus.stream().map(Sku::value).toArray(String[]::new);
        return database
                .query(
                        "read the offerings of tenant " + tenant,
                        tenant,
                        onSale,
                        query -> query.bind("tenant", tenant.value()).bind("skus", names),
                        PostgresOfferings::offering)
                .stream()
                .collect(Collectors.toUnmodifiableMap(PricedOffering::sku, Function.identity()));
    }

    private static PricedOffering offering(Row row) throws SQLException {
        var currency = Currency.getInstance(row.text("currency"));
        return new PricedOffering(
                new Sku(row.text("sku")),
                (int) row.number("version"),
                row.text("name"),
                Json.unit(row.text("unit")),
                row.text("price_list"),
                new Money(row.decimal("list_price"), currency),
                new Money(row.decimal("min_price"), currency),
                row.maybeDecimal("cost").map(cost -> new Money(cost, currency)),
                new VatTreatment(
                        VatCategory.valueOf(row.text("vat_category")), new Percentage(row.decimal("vat_percent"))));
    }

    @Override
    public void putOnSale(TenantId tenant, Collection<PricedOffering> offerings) {
        var stored = database.query(
                "put offerings of tenant " + tenant + " on sale",
                tenant,
                putOnSale,
                query -> query.bind("tenant", tenant.value()).bind("offerings", Json.write(rows(offerings))),
                row -> row.text("sku"));
        if (stored.isEmpty() && !offerings.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }

    private static ArrayNode rows(Collection<PricedOffering> offerings) {
        var rows = Json.mapper().createArrayNode();
        for (var offering : offerings) {
            var row = rows.addObject()
                    .put("sku", offering.sku().value())
                    .put("version", offering.version())
                    .put("name", offering.name())
                    .put("unit", offering.unit().symbol())
                    .put("price_list", offering.priceList())
                    .put("currency", offering.listPrice().currency().getCurrencyCode())
                    .put("list_price", offering.listPrice().amount())
                    .put("min_price", offering.floorPrice().amount())
                    .put("vat_category", offering.vat().category().name())
                    .put("vat_percent", offering.vat().rate().points());
            offering.cost().ifPresent(cost -> row.put("cost", cost.amount()));
        }
        return rows;
    }
}
