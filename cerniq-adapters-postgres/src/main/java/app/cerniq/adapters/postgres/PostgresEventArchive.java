package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.OutboxMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The archive as a table of the same database: for hosts that have no other place. */
final class PostgresEventArchive implements EventArchive {

    private static final String FIND = """
            select a.*
            from ${schema}.event_archive a
            where a.tenant_id = :tenant
                and (:subject::text is null or a.stream = :subject)
                and a.occurred_at >= :from
                and a.occurred_at < :until
            order by a.occurred_at, a.event_id
            limit :limit
            """;

    private static final String DESTROY = """
            delete from ${schema}.event_archive a
            where a.tenant_id = ?
                and a.event_id = any (array(
                    select o.event_id
                    from ${schema}.event_archive o
                    where o.tenant_id = ? and o.occurred_at < ?
                    order by o.occurred_at
                    limit ?
                ))
            returning a.event_id
            """;

    private final Database database;
    private final String keep;
    private final String find;
    private final String destroy;

    PostgresEventArchive(Database database) {
        var sql = database.sql();
        this.database = database;
        this.keep = Sql.SET_TENANT + sql.file("keep-in-archive").replace("${messages}", Messages.TABLE);
        this.find = sql.text(FIND);
        this.destroy = Sql.SET_TENANT + sql.text(DESTROY);
    }

    @Override
    public void keep(TenantId tenant, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        database.run("archive messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(keep)) {
                Messages.fill(new Slots(statement).text(tenant.toString()).uuid(tenant.value()), messages);
                return statement.execute();
            }
        });
    }

    @Override
    public List<OutboxMessage> find(TenantId tenant, Span span, int limit) {
        return database.query(
                "read the archive of tenant " + tenant,
                tenant,
                find,
                query -> query.bind("tenant", tenant.value())
                        .bind("subject", span.subject().orElse(null))
                        .bind("from", Micros.of(span.from()).atOffset(ZoneOffset.UTC))
                        .bind("until", Micros.of(span.until()).atOffset(ZoneOffset.UTC))
                        .bind("limit", limit),
                Messages::read);
    }

    @Override
    public int destroy(TenantId tenant, Instant before, int limit) {
        return database.run("clear the archive of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(destroy)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .uuid(tenant.value())
                        .instant(before)
                        .number(limit);
                return PostgresOutbox.rows(statement, 1, row -> row.uuid("event_id"))
                        .size();
            }
        });
    }
}
