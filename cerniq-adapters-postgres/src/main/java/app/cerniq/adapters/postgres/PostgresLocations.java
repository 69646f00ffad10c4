package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.stock.LocationCode;
import app.cerniq.domain.stock.StockLevel;
import app.cerniq.domain.stock.StockLocation;
import app.cerniq.domain.stock.StockRefusal;
import app.cerniq.ports.stock.Locations;
import io.vavr.control.Either;
import java.util.List;

/** Locations in PostgreSQL. */
final class PostgresLocations implements Locations {

    private static final String COLUMNS = "code, kind, name, archived_at is not null as is_archived";

    private static final String OPEN = """
            insert into ${schema}.stock_locations as l (tenant_id, code, kind, name)
            select t.id, :code, :kind, :name
            from ${schema}.tenants t
            where t.id = :tenant
            on conflict (tenant_id, code) do update
            set kind = excluded.kind,
                name = excluded.name,
                archived_at = null,
                updated_at = now()
            returning %s
            """.formatted(COLUMNS);

    private static final String ALL = """
            select %s
            from ${schema}.stock_locations
            where tenant_id = :tenant
            order by code
            """.formatted(COLUMNS);

    private static final String HAS_TENANT = "select id from ${schema}.tenants where id = :tenant";

    /**
     * Whoever brings goods to a place locks its row, and whoever makes a new place locks the location: so nothing comes
     * in between the look and the archiving.
     */
    private static final String LOCK = """
            select l.code
            from ${schema}.stock_locations l
            where l.tenant_id = :tenant and l.code = :code
            for update;
            select i.sku
            from ${schema}.stock_inventory i
            where i.tenant_id = :tenant and i.location = :code
            order by i.sku, i.location
            for no key update;
            """;

    private static final String ARCHIVE = LOCK + """
            update ${schema}.stock_locations l
            set archived_at = coalesce(l.archived_at, now()),
                updated_at = now()
            where l.tenant_id = :tenant
                and l.code = :code
                and not exists (
                    select from ${schema}.stock_inventory i
                    where i.tenant_id = l.tenant_id
                        and i.location = l.code
                        and (i.total_quantity > 0 or i.reserved_quantity > 0)
                )
            returning %s
            """.formatted(COLUMNS);

    private static final String STILL = """
            select
                i.sku, i.location, i.unit, i.total_quantity, i.reserved_quantity, i.safety_stock, i.low_stock_threshold,
                i.reorder_point, i.reorder_quantity, i.incoming_quantity, i.next_restock_date, i.changed_since_sync
            from ${schema}.stock_inventory i
            where i.tenant_id = :tenant and i.location = :code and (i.total_quantity > 0 or i.reserved_quantity > 0)
            order by i.sku collate "C"
            """;

    private final Database database;
    private final String open;
    private final String all;
    private final String hasTenant;
    private final String archive;
    private final String still;

    PostgresLocations(Database database) {
        var sql = database.sql();
        this.database = database;
        this.open = sql.text(OPEN);
        this.all = sql.text(ALL);
        this.hasTenant = sql.text(HAS_TENANT);
        this.archive = sql.text(ARCHIVE);
        this.still = sql.text(STILL);
    }

    @Override
    public Either<StockRefusal, StockLocation> open(
            TenantId tenant, LocationCode code, StockLocation.Kind kind, String name) {
        var wanted = new StockLocation(code, kind, name, false);
        return database.first(
                        "open location " + code,
                        tenant,
                        open,
                        query -> query.bind("tenant", tenant.value())
                                .bind("code", code.value())
                                .bind("kind", kind.name())
                                .bind("name", wanted.name()),
                        StockRows::location)
                .<Either<StockRefusal, StockLocation>>map(Either::right)
                .orElseGet(() -> left(new StockRefusal.UnknownTenant(tenant)));
    }

    @Override
    public Either<StockRefusal, StockLocation> archive(TenantId tenant, LocationCode code) {
        var archived = database.query(
                "archive location " + code,
                tenant,
                archive,
                query -> query.bind("tenant", tenant.value()).bind("code", code.value()),
                3,
                StockRows::location);
        return archived.isEmpty() ? left(whyNot(tenant, code)) : right(archived.get(0));
    }

    private StockRefusal whyNot(TenantId tenant, LocationCode code) {
        var isTenant = database.first(
                        "read tenant " + tenant,
                        tenant,
                        hasTenant,
                        query -> query.bind("tenant", tenant.value()),
                        row -> row.uuid("id"))
                .isPresent();
        if (!isTenant) {
            return new StockRefusal.UnknownTenant(tenant);
        }
        List<StockLevel> levels = database.query(
                "read what lies at " + code,
                tenant,
                still,
                query -> query.bind("tenant", tenant.value()).bind("code", code.value()),
                StockRows::level);
        return levels.isEmpty()
                ? new StockRefusal.UnknownLocation(code, openCodes(all(tenant)))
                : new StockRefusal.LocationNotEmpty(code, levels);
    }

    static List<LocationCode> openCodes(List<StockLocation> locations) {
        return locations.stream()
                .filter(location -> !location.isArchived())
                .map(StockLocation::code)
                .toList();
    }

    @Override
    public List<StockLocation> all(TenantId tenant) {
        return database.query(
                "read the locations of tenant " + tenant,
                tenant,
                all,
                query -> query.bind("tenant", tenant.value()),
                StockRows::location);
    }
}
