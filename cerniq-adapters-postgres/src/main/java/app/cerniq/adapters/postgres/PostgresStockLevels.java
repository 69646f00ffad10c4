package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.stock.StockLevels;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Stock in PostgreSQL; what is counted lies in the default warehouse until there are others. */
final class PostgresStockLevels implements StockLevels {

    private static final String AVAILABLE = """
            select sku, unit, sum(available_quantity) as available
            from ${schema}.stock_inventory
            where tenant_id = :tenant and sku = any (:skus)
            group by sku, unit
            having sum(available_quantity) > 0
            """;

    private record Level(Sku sku, Quantity quantity) {}

    private final Database database;
    private final String available;
    private final String count;

    PostgresStockLevels(Database database) {
        this.database = database;
        this.available = database.sql().text(AVAILABLE);
        this.count = database.sql().file("count-stock");
    }

    @Override
    public Map<Sku, Quantity> available(TenantId tenant, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        var names = skus.stream().map(Sku::value).toArray(String[]::new);
        return database
                .query(
                        "read the stock of tenant " + tenant,
                        tenant,
                        available,
                        query -> query.bind("tenant", tenant.value()).bind("skus", names),
                        row -> new Level(
                                new Sku(row.text("sku")),
                                new Quantity(row.decimal("available"), Json.unit(row.text("unit")))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Level::sku, Level::quantity));
    }

    @Override
    public void count(TenantId tenant, Map<Sku, Quantity> onHand) {
        var rows = Json.mapper().createArrayNode();
        onHand.forEach((sku, quantity) -> rows.addObject()
                .put("sku", sku.value())
                .put("unit", quantity.unit().symbol())
                .put("quantity", quantity.value()));
        database.first(
                        "count the stock of tenant " + tenant,
                        tenant,
                        count,
                        query -> query.bind("tenant", tenant.value()).bind("counted", Json.write(rows)),
                        row -> row.text("sku"))
                .ifPresent(sku -> {
                    throw new IllegalArgumentException("Nothing can be counted of " + sku + ": it is not on sale.");
                });
    }
}
