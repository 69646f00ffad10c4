package app.cerniq.adapters.postgres;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.shared.UnknownTenantException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

    private static final String TIMES = """
            select (
                select json_object_agg(l.timer, l.lasts_seconds)
                from ${schema}.tenant_time_limits l
                where l.tenant_id = t.id and l.lasts_seconds is not null
            ) as time_limits
            from ${schema}.tenants t
            where t.id = :tenant
            """;

    private static final String LIMIT_TIMES = """
            insert into ${schema}.tenant_time_limits (tenant_id, timer, lasts_seconds)
            select t.id, l.timer, l.lasts_seconds
            from ${schema}.tenants t
            cross join unnest(:timers::text[], :seconds::bigint[]) as l (timer, lasts_seconds)
            where t.id = :tenant
            on conflict (tenant_id, timer) do update
            set lasts_seconds = excluded.lasts_seconds, updated_at = now()
            returning tenant_id
            """;

    private static final String PAGE = "select ${schema}.tenant_ids(?, ?)";

    private static final int MOST = 10_000;

    private final Database database;
    private final PostgresApprovalTerms approvals;
    private final String times;
    private final String limitTimes;
    private final String page;
    private final String setUp;
    private final String limits;
    private final String limit;

    PostgresTenants(Database database) {
        this.database = database;
        this.approvals = new PostgresApprovalTerms(database);
        this.times = database.sql().text(TIMES);
        this.limitTimes = database.sql().text(LIMIT_TIMES);
        this.page = database.sql().text(PAGE);
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

    @Override
    public Optional<TimeLimits> timeLimits(TenantId tenant) {
        return database.first(
                "read the time limits of tenant " + tenant,
                tenant,
                times,
                query -> query.bind("tenant", tenant.value()),
                PostgresTenants::timeLimits);
    }

    /** The times in a row that has them as one object. */
    static TimeLimits timeLimits(Row row) throws SQLException {
        var changed = new EnumMap<DealTimer, Duration>(DealTimer.class);
        row.maybeTree("time_limits")
                .ifPresent(limits -> limits.properties()
                        .forEach(limit -> changed.put(
                                DealTimer.valueOf(limit.getKey()),
                                Duration.ofSeconds(limit.getValue().longValue()))));
        return new TimeLimits(changed);
    }

    @Override
    public void limitTimes(TenantId tenant, TimeLimits changed) {
        var timers = DealTimer.values();
        var seconds = Arrays.stream(timers)
                .map(timer -> changed.of(timer).map(Duration::toSeconds).orElse(null))
                .toArray(Long[]::new);
        var found = database.query(
                "limit the times of tenant " + tenant,
                tenant,
                limitTimes,
                query -> query.bind("tenant", tenant.value())
                        .bindArray(
                                "timers",
                                String.class,
                                Arrays.stream(timers).map(Enum::name).toArray())
                        .bindArray("seconds", Long.class, (Object[]) seconds),
                row -> row.uuid("tenant_id"));
        if (found.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }

    @Override
    public Optional<ApprovalTerms> approvalTerms(TenantId tenant) {
        return approvals.of(tenant);
    }

    @Override
    public void agreeApprovals(TenantId tenant, ApprovalTerms terms) {
        if (!approvals.agree(tenant, terms)) {
            throw new UnknownTenantException(tenant);
        }
    }

    @Override
    public List<TenantId> page(Optional<TenantId> after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " tenants, not " + limit + ".");
        }
        return TenantIds.read(
                database, page, slots -> slots.uuid(after.map(TenantId::value)).number(limit));
    }
}
