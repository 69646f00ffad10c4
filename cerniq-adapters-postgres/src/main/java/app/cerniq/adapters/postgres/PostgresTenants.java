package app.cerniq.adapters.postgres;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.shared.UnknownTenantException;
import java.util.Optional;

/** Tenants in PostgreSQL. */
final class PostgresTenants implements Tenants {

    private static final String SET_UP = """
            insert into ${schema}.tenants (id, name)
            values (:tenant, :name)
            on conflict (id) do update
            set name = excluded.name, updated_at = now()
            returning id
            """;

    private static final String LIMITS = """
            select
                discount_automatic_percent, discount_manager_percent, discount_maximum_percent, below_cost_by_ceo
            from ${schema}.tenants
            where id = :tenant
            """;

    private static final String LIMIT = """
            update ${schema}.tenants
            set discount_automatic_percent = :automatic,
                discount_manager_percent = :manager,
                discount_maximum_percent = :maximum,
                below_cost_by_ceo = :below_cost_by_ceo,
                updated_at = now()
            where id = :tenant
            returning id
            """;

    private final Database database;
    private final String setUp;
    private final String limits;
    private final String limit;

    PostgresTenants(Database database) {
        this.database = database;
        this.setUp = database.sql().text(SET_UP);
        this.limits = database.sql().text(LIMITS);
        this.limit = database.sql().text(LIMIT);
    }

    @Override
    public void setUp(TenantId tenant, String name) {
        database.first(
                "set up tenant " + tenant,
                tenant,
                setUp,
                query -> query.bind("tenant", tenant.value()).bind("name", name),
                row -> row.uuid("id"));
    }

    @Override
    public Optional<DiscountLimits> discountLimits(TenantId tenant) {
        return database.first(
                "read the discount limits of tenant " + tenant,
                tenant,
                limits,
                query -> query.bind("tenant", tenant.value()),
                row -> new DiscountLimits(
                        new Percentage(row.decimal("discount_automatic_percent")),
                        new Percentage(row.decimal("discount_manager_percent")),
                        new Percentage(row.decimal("discount_maximum_percent")),
                        row.flag("below_cost_by_ceo")));
    }

    @Override
    public void limitDiscounts(TenantId tenant, DiscountLimits changed) {
        var found = database.first(
                "limit the discounts of tenant " + tenant,
                tenant,
                limit,
                query -> query.bind("tenant", tenant.value())
                        .bind("automatic", changed.automatic().points())
                        .bind("manager", changed.manager().points())
                        .bind("maximum", changed.maximum().points())
                        .bind("below_cost_by_ceo", changed.belowCostByCeo()),
                row -> row.uuid("id"));
        if (found.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }
}
