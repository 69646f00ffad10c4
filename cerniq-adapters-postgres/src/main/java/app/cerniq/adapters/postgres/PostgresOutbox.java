package app.cerniq.adapters.postgres;

import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.EventArchive;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.Outbox;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The outbox in PostgreSQL: one round trip to claim, one to settle, and no lock between them but the lease. */
final class PostgresOutbox implements Outbox {

    /**
     * So many messages are looked at for each that is wanted; more only where others deliver all of those, so that they do
     * not hide the rest.
     */
    private static final List<Integer> LOOK_AHEAD = List.of(2, 20);

    private static final int MOST = 10_000;

    private static final String RELEASE = """
            update ${schema}.outbox
            set lease_id = null,
                leased_until = null,
                attempts = attempts - 1
            where tenant_id = ? and lease_id = ? and settled_at is null
            """;

    private static final String DELIVERED = """
            select o.*
            from ${schema}.outbox o
            where o.tenant_id = ? and o.settled_at < ?
            order by o.settled_at, o.event_id
            limit ?
            """;

    private static final String FORGET = """
            delete from ${schema}.outbox
            where tenant_id = ? and event_id = any (?::uuid[]) and settled_at is not null
            """;

    private static final String FIND = """
            select o.*
            from ${schema}.outbox o
            where o.tenant_id = :tenant
                and (:subject::text is null or o.stream = :subject)
                and o.occurred_at >= :from
                and o.occurred_at < :until
            order by o.occurred_at, o.entry
            limit :limit
            """;

    private final Database database;
    private final String append;
    private final String claim;
    private final String settle;
    private final String release;
    private final String delivered;
    private final String forget;
    private final String find;
    private final String due;
    private final String withDelivered;
    private final String backlog;

    PostgresOutbox(Database database) {
        var sql = database.sql();
        this.database = database;
        this.append = Sql.SET_TENANT + sql.file("append-messages").replace("${messages}", Messages.TABLE);
        this.claim = Sql.SET_TENANT + sql.file("claim-messages");
        this.settle = Sql.SET_TENANT + sql.file("settle-messages");
        this.release = Sql.SET_TENANT + sql.text(RELEASE);
        this.delivered = Sql.SET_TENANT + sql.text(DELIVERED);
        this.forget = Sql.SET_TENANT + sql.text(FORGET);
        this.find = sql.text(FIND);
        this.due = sql.text("select ${schema}.outbox_due(?, ?) as tenant_id");
        this.withDelivered = sql.text("select ${schema}.outbox_delivered(?, ?) as tenant_id");
        this.backlog = sql.text("select pending, oldest, set_aside, dead from ${schema}.outbox_backlog(?, ?)");
    }

    @Override
    public void append(TenantId tenant, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        database.run("append messages of tenant " + tenant, connection -> {
            append(connection, tenant, messages);
            return true;
        });
    }

    /** Appends messages in a transaction that is under way. */
    void append(Connection connection, TenantId tenant, List<OutboxMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(append)) {
            Messages.fill(new Slots(statement).text(tenant.toString()).uuid(tenant.value()), messages);
            statement.execute();
        }
    }

    @Override
    public List<TenantId> due(Instant at, int limit) {
        return tenants("look for messages to deliver", due, at, limit);
    }

    @Override
    public List<TenantId> withDelivered(Instant before, int limit) {
        return tenants("look for delivered messages", withDelivered, before, limit);
    }

    private List<TenantId> tenants(String what, String statementText, Instant at, int limit) {
        return database.run(what, connection -> {
            try (var statement = connection.prepareStatement(statementText)) {
                new Slots(statement).instant(at).number(limit);
                return rows(statement, 0, row -> new TenantId(row.uuid("tenant_id")));
            }
        });
    }

    @Override
    public List<Claimed> claim(TenantId tenant, Lease lease, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A claim is 1 to " + MOST + " messages, not " + limit + ".");
        }
        for (var times : LOOK_AHEAD) {
            var claimed = claim(tenant, lease, limit, (long) times * limit);
            if (!claimed.isEmpty()) {
                return claimed;
            }
        }
        return List.of();
    }

    private List<Claimed> claim(TenantId tenant, Lease lease, int limit, long lookAhead) {
        return database.run("claim messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(claim)) {
                var id = tenant.value();
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(id)
                        .instant(lease.from())
                        .number(lookAhead)
                        .number(limit)
                        .uuid(id)
                        .uuid(lease.id())
                        .text(seconds(Duration.between(lease.from(), lease.until())))
                        .uuid(id)
                        .uuid(id);
                return rows(
                        statement,
                        1,
                        row -> new Claimed(Messages.read(row), (int) row.number("attempts"), waiting(row)));
            }
        });
    }

    private static Set<ConsumerName> waiting(Row row) throws SQLException {
        return row.texts("waiting").stream().map(ConsumerName::new).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return Set.of();
        }
        record Slipped(UUID event, SetAside.Slip slip) {}
        var slips = settlements.stream()
                .flatMap(one -> one.slips().stream().map(slip -> new Slipped(one.eventId(), slip)))
                .toList();
        return database.run("settle messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(settle)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .instant(at)
                        .uuid(tenant.value())
                        .uuids(settlements.stream().map(Settlement::eventId).toList())
                        .uuid(lease.id())
                        .uuids(slips.stream().map(Slipped::event).toList())
                        .texts(slips.stream()
                                .map(one -> one.slip().consumer().value())
                                .toList())
                        .texts(slips.stream()
                                .map(one -> one.slip().standing().name())
                                .toList())
                        .texts(slips.stream()
                                .map(one -> Integer.toString(one.slip().attempts()))
                                .toList())
                        .texts(slips.stream()
                                .map(one -> seconds(one.slip().pause()))
                                .toList())
                        .texts(slips.stream().map(one -> one.slip().error()).toList());
                return new HashSet<>(rows(statement, 1, row -> row.uuid("event_id")));
            }
        });
    }

    @Override
    public void release(TenantId tenant, Lease lease) {
        database.run("release messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(release)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .uuid(lease.id());
                return statement.execute();
            }
        });
    }

    @Override
    public Backlog backlog(Optional<TenantId> tenant, Instant at) {
        return database.run("count messages", connection -> {
            try (var statement = connection.prepareStatement(backlog)) {
                new Slots(statement).uuid(tenant.map(TenantId::value)).instant(at);
                return rows(
                                statement,
                                0,
                                row -> new Backlog(
                                        row.number("pending"),
                                        row.maybeInstant("oldest")
                                                .map(since -> Duration.between(since, at))
                                                .filter(age -> !age.isNegative())
                                                .orElse(Duration.ZERO),
                                        row.number("set_aside"),
                                        row.number("dead")))
                        .get(0);
            }
        });
    }

    @Override
    public List<OutboxMessage> delivered(TenantId tenant, Instant before, int limit) {
        return database.run("read delivered messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(delivered)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .instant(before)
                        .number(limit);
                return rows(statement, 1, Messages::read);
            }
        });
    }

    @Override
    public List<OutboxMessage> find(TenantId tenant, EventArchive.Span span, int limit) {
        return database.query(
                "read messages of tenant " + tenant,
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
    public void forget(TenantId tenant, Set<UUID> events) {
        database.run("forget delivered messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(forget)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .uuids(events);
                return statement.execute();
            }
        });
    }

    static String seconds(Duration duration) {
        return Double.toString(duration.toMillis() / 1000.0);
    }

    /** The rows of a statement's last result. */
    static <T> List<T> rows(PreparedStatement statement, int resultsBefore, Database.Reading<T> reading)
            throws SQLException {
        statement.execute();
        for (var before = 0; before < resultsBefore; before++) {
            statement.getMoreResults();
        }
        var all = new ArrayList<T>();
        try (var result = statement.getResultSet()) {
            while (result.next()) {
                all.add(reading.of(new Row(result)));
            }
        }
        return List.copyOf(all);
    }
}
