package app.cerniq.adapters.postgres;

import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.DealTimer;
import app.cerniq.domain.negotiation.McpSession;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.negotiation.Deadlines;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deadlines in PostgreSQL. Activity puts a deadline off and leaves the indexed {@code wake_at} as it is, so that a change of
 * a deal touches no index; whoever looks for due deals puts the waking off too, once in the time of a deadline.
 */
final class PostgresDeadlines implements Deadlines {

    private static final int MOST = 10_000;
    /** Sorts before every id. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final String RESCHEDULE = """
            update ${schema}.gold_negotiations
            set deadline_timer = nullif(:timer, ''),
                deadline_at = nullif(:due, '')::timestamptz,
                deadline_version = case when :timer <> '' then version end,
                wake_at = nullif(:due, '')::timestamptz
            where tenant_id = :tenant and id = :negotiation and version = :version
            returning id
            """;

    private static final String ENDED_SESSIONS = """
            select n.tenant_id, n.id, n.version, n.mcp_session_id, n.mcp_session_expires_at
            from ${schema}.gold_negotiations n
            where n.tenant_id = :tenant and n.mcp_session_id is not null and n.mcp_session_expires_at <= :at
            order by n.mcp_session_expires_at, n.id
            limit :limit
            """;

    private static final String TENANTS = "select ${schema}.tenants_with_due_deals(?, ?, ?)";

    private final Database database;
    private final String due;
    private final String putOff;
    private final String reschedule;
    private final String endedSessions;
    private final String tenants;

    PostgresDeadlines(Database database) {
        var sql = database.sql();
        this.database = database;
        this.due = sql.file("due-deals");
        this.putOff = sql.file("put-off-waking");
        this.reschedule = sql.text(RESCHEDULE);
        this.endedSessions = sql.text(ENDED_SESSIONS);
        this.tenants = sql.text(TENANTS);
    }

    @Override
    public List<Due> due(TenantId tenant, Instant at, Optional<Due> after, int limit) {
        checkPage(limit);
        if (after.isEmpty()) {
            putOffWaking(tenant, at);
        }
        return database.query(
                "read the due deals of tenant " + tenant,
                tenant,
                due,
                query -> query.bind("tenant", tenant.value())
                        .bind("at", utc(at))
                        .bind(
                                "after_at",
                                after.map(last -> last.deadline().at())
                                        .map(PostgresDeadlines::utc)
                                        .orElse(OffsetDateTime.MIN))
                        .bind(
                                "after_id",
                                after.map(last -> last.negotiation().value()).orElse(NO_ID))
                        .bind("limit", limit),
                PostgresDeadlines::dueDeal);
    }

    private void putOffWaking(TenantId tenant, Instant at) {
        var putOffNow = MOST;
        while (putOffNow == MOST) {
            putOffNow = database.query(
                            "put off the waking of deals of tenant " + tenant,
                            tenant,
                            putOff,
                            query -> query.bind("tenant", tenant.value())
                                    .bind("at", utc(at))
                                    .bind("limit", MOST),
                            row -> row.uuid("id"))
                    .size();
        }
    }

    private static Due dueDeal(Row row) throws SQLException {
        return new Due(
                id(row),
                row.number("version"),
                new Deadline(DealTimer.valueOf(row.text("deadline_timer")), row.instant("deadline_at")));
    }

    private static NegotiationId id(Row row) throws SQLException {
        return new NegotiationId(new TenantId(row.uuid("tenant_id")), row.uuid("id"));
    }

    @Override
    public boolean reschedule(NegotiationId negotiation, long version, Optional<Deadline> deadline) {
        // Empty for nothing: a null has no type, and would cost the tenant from the sixth run of the statement on.
        var timer = deadline.map(next -> next.timer().name()).orElse("");
        var at = deadline.map(next -> Micros.of(next.at()).toString()).orElse("");
        return database.first(
                        "reschedule negotiation " + negotiation,
                        negotiation.tenant(),
                        reschedule,
                        query -> query.bind("tenant", negotiation.tenant().value())
                                .bind("negotiation", negotiation.value())
                                .bind("version", version)
                                .bind("timer", timer)
                                .bind("due", at),
                        row -> row.uuid("id"))
                .isPresent();
    }

    @Override
    public List<Ended> endedSessions(TenantId tenant, Instant at, int limit) {
        checkPage(limit);
        return database.query(
                "read the ended sessions of tenant " + tenant,
                tenant,
                endedSessions,
                query ->
                        query.bind("tenant", tenant.value()).bind("at", utc(at)).bind("limit", limit),
                row -> new Ended(
                        id(row),
                        row.number("version"),
                        new McpSession(row.text("mcp_session_id"), row.instant("mcp_session_expires_at"))));
    }

    @Override
    public List<TenantId> tenantsWithDueDeals(Instant at, Optional<TenantId> after, int limit) {
        checkPage(limit);
        return TenantIds.read(
                database,
                tenants,
                slots -> slots.instant(at).uuid(after.map(TenantId::value)).number(limit));
    }

    private static void checkPage(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " rows, not " + limit + ".");
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return Micros.of(at).atOffset(ZoneOffset.UTC);
    }
}
