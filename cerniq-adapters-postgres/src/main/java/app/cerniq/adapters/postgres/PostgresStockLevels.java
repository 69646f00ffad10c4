package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.Unit;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.Place;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.stock.StockLevels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is, in PostgreSQL: one statement reads one moment. */
final class PostgresStockLevels implements StockLevels {

    private static final String POSITIONS = """
            select p.sku as product, p.unit as product_unit, p.track_inventory, %s
            from ${schema}.gold_products p
            left join ${schema}.stock_inventory i
                on p.track_inventory and i.tenant_id = p.tenant_id and i.sku = p.sku
            where p.tenant_id = :tenant and p.sku = any ((select :skus)::text[]) and p.archived_at is null
            order by p.sku, i.location
            """.formatted(StockRows.LEVEL);

    private static final String PAGE = """
            select %s
            from ${schema}.stock_inventory i
            where i.tenant_id = :tenant
                and (i.sku collate "C", i.location) > (:sku, :place)
            order by i.sku collate "C", i.location
            limit :limit
            """.formatted(StockRows.LEVEL);

    private static final String PAGE_OF_LOCATION = """
            select %s
            from ${schema}.stock_inventory i
            where i.tenant_id = :tenant
                and i.location = :location
                and (i.sku collate "C", i.location) > (:sku, :place)
            order by i.sku collate "C"
            limit :limit
            """.formatted(StockRows.LEVEL);

    private final Database database;
    private final String positions;
    private final String page;
    private final String pageOfLocation;

    PostgresStockLevels(Database database) {
        this.database = database;
        this.positions = database.sql().text(POSITIONS);
        this.page = database.sql().text(PAGE);
        this.pageOfLocation = database.sql().text(PAGE_OF_LOCATION);
    }

    /** One row: a SKU with one of its levels, or with none. */
    private record Line(Sku sku, Unit unit, boolean isKept, Optional<StockLevel> level) {}

    @Override
    public Map<Sku, StockPosition> positions(TenantId tenant, Collection<Sku> skus, Instant at) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        var names = skus.stream().map(Sku::value).toArray(String[]::new);
        var lines = database.query(
                "read the stock of tenant " + tenant,
                tenant,
                positions,
                query -> query.bind("tenant", tenant.value())
                        .bind("skus", names)
                        .bind("at", Micros.of(at).atOffset(ZoneOffset.UTC)),
                row -> new Line(
                        new Sku(row.text("product")),
                        Json.unit(row.text("product_unit")),
                        row.flag("track_inventory"),
                        row.has("sku") ? Optional.of(StockRows.level(row)) : Optional.empty()));
        var found = new LinkedHashMap<Sku, StockPosition>();
        for (var line : lines) {
            var before = Optional.ofNullable(found.get(line.sku()));
            var levels = Stream.concat(
                            before.map(StockPosition::levels).orElse(List.of()).stream(), line.level().stream())
                    .toList();
            found.put(line.sku(), new StockPosition(line.sku(), line.isKept(), line.unit(), levels));
        }
        return Map.copyOf(found);
    }

    @Override
    public List<StockLevel> page(
            TenantId tenant, Optional<LocationCode> location, Optional<Place> after, int limit, Instant at) {
        return database.query(
                "read the stock of tenant " + tenant,
                tenant,
                location.isPresent() ? pageOfLocation : page,
                query -> {
                    var filled = query.bind("tenant", tenant.value())
                            .bind("sku", after.map(place -> place.sku().value()).orElse(""))
                            .bind(
                                    "place",
                                    after.map(place -> place.location().value()).orElse(""))
                            .bind("limit", limit)
                            .bind("at", Micros.of(at).atOffset(ZoneOffset.UTC));
                    return location.isPresent()
                            ? filled.bind("location", location.get().value())
                            : filled;
                },
                StockRows::level);
    }
}
