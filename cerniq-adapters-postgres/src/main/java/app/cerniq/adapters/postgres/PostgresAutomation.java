package app.cerniq.adapters.postgres;

import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.SafetyBounds;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.shared.UnknownTenantException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What automation did, in PostgreSQL: one row per tenant, signal and minute, and one per park. */
final class PostgresAutomation implements Automation {

    /** The count stands in the row that this statement writes, which it cannot see yet. */
    private static final String COUNT = """
            with counted as (
                insert into ${schema}.automation_signals as s (tenant_id, signal, minute, occurrences)
                select t.id, :signal, :minute, 1
                from ${schema}.tenants t
                where t.id = :tenant
                on conflict (tenant_id, signal, minute) do update set occurrences = s.occurrences + 1
                returning s.occurrences
            ),
            forgotten as (
                delete from ${schema}.automation_signals
                where tenant_id = :tenant and minute < cast(:minute as timestamptz) - interval '1 day'
            )
            select
                coalesce((select occurrences from counted), 0) + coalesce((
                    select sum(s.occurrences)
                    from ${schema}.automation_signals s
                    where s.tenant_id = :tenant
                        and s.signal = :signal
                        and s.minute < :minute
                        and s.minute > cast(:minute as timestamptz) - make_interval(mins => :minutes)
                ), 0) as occurrences
            """;

    private static final String PARKS = """
            select *
            from ${schema}.automation_parks
            where tenant_id = :tenant and (not :open or ended_at is null)
            order by parked_at desc
            limit :limit
            """;

    private static final String PARK = """
            insert into ${schema}.automation_parks (
                tenant_id, parked_at, parked_by_type, parked_by, parked_by_label, signal, bound_occurrences, bound_minutes,
                occurrences, reason
            )
            select
                t.id, :at, :by_type, :by, :by_label, cast(:signal as text), cast(:bound as integer), cast(:minutes as integer),
                :occurrences, :reason
            from ${schema}.tenants t
            where t.id = :tenant
            on conflict do nothing
            returning parked_at
            """;

    private static final String RESUME = """
            with ended as (
                update ${schema}.automation_parks
                set ended_at = greatest(:at, parked_at), ended_by_type = :by_type, ended_by = :by,
                    ended_by_label = :by_label, end_reason = :reason
                where tenant_id = :tenant and ended_at is null
                returning parked_at
            ),
            forgotten as (
                delete from ${schema}.automation_signals
                where tenant_id = :tenant and exists (select from ended)
            )
            select parked_at from ended
            """;

    private static final String BOUNDS = """
            select signal, occurrences, window_minutes
            from ${schema}.automation_bounds
            where tenant_id = :tenant
            """;

    private static final String BOUND = """
            insert into ${schema}.automation_bounds (tenant_id, signal, occurrences, window_minutes)
            select t.id, :signal, :occurrences, :minutes
            from ${schema}.tenants t
            where t.id = :tenant
            on conflict (tenant_id, signal) do update
            set occurrences = excluded.occurrences, window_minutes = excluded.window_minutes, updated_at = now()
            returning signal
            """;

    private final Database database;
    private final String count;
    private final String parks;
    private final String park;
    private final String resume;
    private final String bounds;
    private final String bound;

    PostgresAutomation(Database database) {
        var sql = database.sql();
        this.database = database;
        this.count = sql.text(COUNT);
        this.parks = sql.text(PARKS);
        this.park = sql.text(PARK);
        this.resume = sql.text(RESUME);
        this.bounds = sql.text(BOUNDS);
        this.bound = sql.text(BOUND);
    }

    @Override
    public long count(TenantId tenant, Signal signal, Instant at, Duration window) {
        return database.first(
                        "count a signal",
                        tenant,
                        count,
                        query -> query.bind("tenant", tenant.value())
                                .bind("signal", signal.name())
                                .bind("minute", at.truncatedTo(ChronoUnit.MINUTES))
                                .bind("minutes", (int) window.toMinutes()),
                        row -> row.number("occurrences"))
                .orElse(0L);
    }

    @Override
    public Optional<Park> parked(TenantId tenant) {
        return parks(tenant, true, 1).stream().map(Entry::park).findFirst();
    }

    @Override
    public List<Entry> history(TenantId tenant, int limit) {
        return parks(tenant, false, limit);
    }

    private List<Entry> parks(TenantId tenant, boolean isOpen, int limit) {
        return database.query(
                "read when automation stood still",
                tenant,
                parks,
                query -> query.bind("tenant", tenant.value())
                        .bind("open", isOpen)
                        .bind("limit", limit),
                row -> entry(tenant, row));
    }

    private static Entry entry(TenantId tenant, Row row) throws SQLException {
        var park = new Park(
                tenant,
                row.instant("parked_at"),
                actor(row, "parked_by"),
                row.maybeText("signal").isEmpty()
                        ? Optional.empty()
                        : Optional.of(bound(row, "bound_occurrences", "bound_minutes")),
                row.number("occurrences"),
                row.text("reason"));
        return new Entry(
                park,
                row.maybeInstant("ended_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new End(row.instant("ended_at"), actor(row, "ended_by"), row.text("end_reason"))));
    }

    private static ActorRef actor(Row row, String column) throws SQLException {
        return new ActorRef(
                ActorKind.fromWord(row.text(column + "_type")), row.uuid(column), row.text(column + "_label"));
    }

    private static SafetyBound bound(Row row, String occurrences, String minutes) throws SQLException {
        return new SafetyBound(
                Signal.valueOf(row.text("signal")),
                (int) row.number(occurrences),
                Duration.ofMinutes(row.number(minutes)));
    }

    @Override
    public boolean park(Park given) {
        return database.first(
                        "park the automation of tenant " + given.tenant(),
                        given.tenant(),
                        park,
                        query -> query.bind("tenant", given.tenant().value())
                                .bind("at", Micros.of(given.since()))
                                .bind("by_type", given.by().kind().word())
                                .bind("by", given.by().id())
                                .bind("by_label", given.by().label())
                                .bind(
                                        "signal",
                                        given.exceeded().map(it -> it.signal().name()))
                                .bind("bound", given.exceeded().map(SafetyBound::limit))
                                .bind("minutes", given.exceeded().map(it ->
                                        (int) it.window().toMinutes()))
                                .bind("occurrences", given.occurrences())
                                .bind("reason", given.reason()),
                        row -> row.instant("parked_at"))
                .isPresent();
    }

    @Override
    public boolean resume(TenantId tenant, ActorRef by, String reason, Instant at) {
        return database.first(
                        "let the automation of tenant " + tenant + " go on",
                        tenant,
                        resume,
                        query -> query.bind("tenant", tenant.value())
                                .bind("at", Micros.of(at))
                                .bind("by_type", by.kind().word())
                                .bind("by", by.id())
                                .bind("by_label", by.label())
                                .bind("reason", reason),
                        row -> row.instant("parked_at"))
                .isPresent();
    }

    @Override
    public SafetyBounds bounds(TenantId tenant) {
        return database
                .query(
                        "read the bounds of automation",
                        tenant,
                        bounds,
                        query -> query.bind("tenant", tenant.value()),
                        row -> bound(row, "occurrences", "window_minutes"))
                .stream()
                .reduce(SafetyBounds.standard(), SafetyBounds::with, (one, other) -> other);
    }

    @Override
    public void bound(TenantId tenant, SafetyBound given) {
        var stored = database.first(
                "bound the automation of tenant " + tenant,
                tenant,
                bound,
                query -> query.bind("tenant", tenant.value())
                        .bind("signal", given.signal().name())
                        .bind("occurrences", given.limit())
                        .bind("minutes", (int) given.window().toMinutes()),
                row -> row.text("signal"));
        if (stored.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
    }
}
