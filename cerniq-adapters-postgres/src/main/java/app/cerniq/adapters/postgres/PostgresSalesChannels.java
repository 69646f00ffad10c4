package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.SalesChannel;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.catalog.SalesChannels;
import java.util.List;

/** Where a tenant sells, in PostgreSQL. */
final class PostgresSalesChannels implements SalesChannels {

    private static final String ALL = """
            select code, name, closed_at, closed_reason, revision
            from ${schema}.tenant_sales_channel
            where tenant_id = :tenant
            order by code collate "C"
            """;

    private final Database database;
    private final String all;

    PostgresSalesChannels(Database database) {
        this.database = database;
        this.all = database.sql().text(ALL);
    }

    @Override
    public List<SalesChannel> all(TenantId tenant) {
        return database.query(
                "read the sales channels of tenant " + tenant,
                tenant,
                all,
                query -> query.bind("tenant", tenant.value()),
                CatalogueReading::channel);
    }
}
