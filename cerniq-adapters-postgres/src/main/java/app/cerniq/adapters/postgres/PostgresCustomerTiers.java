package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.pricing.CustomerTiers;
import app.cerniq.ports.shared.UnknownTenantException;

/** Customer tiers in PostgreSQL. */
final class PostgresCustomerTiers implements CustomerTiers {

    private static final String ASSIGN = """
            insert into ${schema}.customer_tiers (tenant_id, lead_id, tier)
            select t.id, :customer, :tier
            from ${schema}.tenants t
            where t.id = :tenant
            on conflict (tenant_id, lead_id) do update
            set tier = excluded.tier, updated_at = now()
            returning tier
            """;

    private static final String TIER = """
            select tier
            from ${schema}.customer_tiers
            where tenant_id = :tenant and lead_id = :customer
            """;

    private final Database database;
    private final String assign;
    private final String tier;

    PostgresCustomerTiers(Database database) {
        this.database = database;
        this.assign = database.sql().text(ASSIGN);
        this.tier = database.sql().text(TIER);
    }

    @Override
    public void assign(TenantId tenant, LeadId customer, CustomerTier given) {
        var stored = database.first(
                "assign customer " + customer + " of tenant " + tenant + " a tier",
                tenant,
                assign,
                query -> query.bind("tenant", tenant.value())
                        .bind("customer", customer.value())
                        .bind("tier", given.code()),
                row -> row.text("tier"));
        if (stored.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }

    @Override
    public CustomerTier tierOf(TenantId tenant, LeadId customer) {
        return database.first(
                        "read the tier of customer " + customer + " of tenant " + tenant,
                        tenant,
                        tier,
                        query -> query.bind("tenant", tenant.value()).bind("customer", customer.value()),
                        row -> new CustomerTier(row.text("tier")))
                .orElse(CustomerTier.STANDARD);
    }
}
