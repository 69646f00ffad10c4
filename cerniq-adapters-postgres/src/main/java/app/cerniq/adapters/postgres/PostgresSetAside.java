package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.event.EventRefusal;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.ConsumerName;
import app.cerniq.ports.runtime.DeadLetters;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.SetAside;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What waits for one consumer alone, in PostgreSQL, and what operators decide about it. */
final class PostgresSetAside implements SetAside, DeadLetters {

    private static final String OPEN = """
            select s.*, (
                select count(*)
                from ${schema}.outbox_set_aside b
                where b.tenant_id = s.tenant_id
                    and b.consumer = s.consumer
                    and b.stream = s.stream
                    and (b.position, b.part, b.event_id) > (s.position, s.part, s.event_id)
            ) as held_back
            from ${schema}.outbox_set_aside s
            where s.tenant_id = :tenant
                and s.standing = 'DEAD'
                and (:consumer::text is null or s.consumer = :consumer)
            order by s.since, s.event_id
            limit :limit
            """;

    private static final String DECISIONS = """
            select kind, consumer, event_id, actor_type, actor_id, actor_label, decided_at, reason, error
            from ${schema}.dead_letter_decisions
            where tenant_id = :tenant and decided_at >= :from
            order by decided_at, event_id
            limit :limit
            """;

    private static final String AGAIN = """
            done as (
                update ${schema}.outbox_set_aside s
                set standing = 'FAILED', attempts = 0, since = w.at, due_at = w.at
                from found f
                cross join (select ?::timestamptz as at) w
                where s.tenant_id = f.tenant_id and s.consumer = f.consumer and s.event_id = f.event_id
            )
            """;

    private static final String GONE = """
            done as (
                delete from ${schema}.outbox_set_aside s
                using found f
                cross join (select ?::timestamptz as at) w
                where s.tenant_id = f.tenant_id and s.consumer = f.consumer and s.event_id = f.event_id and w.at is not null
            )
            """;

    private final Database database;
    private final String claim;
    private final String settle;
    private final String replay;
    private final String open;
    private final String decisions;
    private final String retry;
    private final String skip;

    PostgresSetAside(Database database) {
        var sql = database.sql();
        this.database = database;
        this.claim = Sql.SET_TENANT + sql.file("claim-set-aside");
        this.settle = Sql.SET_TENANT + sql.file("settle-set-aside");
        this.replay = Sql.SET_TENANT + sql.file("replay-messages").replace("${messages}", Messages.TABLE);
        this.open = sql.text(OPEN);
        this.decisions = sql.text(DECISIONS);
        var decide = Sql.SET_TENANT + sql.file("decide-dead-letter");
        this.retry = decide.replace("${what}", sql.text(AGAIN));
        this.skip = decide.replace("${what}", sql.text(GONE));
    }

    @Override
    public List<SetAside.Claimed> claim(TenantId tenant, Lease lease, Set<ConsumerName> consumers, int limit) {
        return database.run("claim what is set aside of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(claim)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .texts(consumers.stream().map(ConsumerName::value).toList())
                        .instant(lease.from())
                        .instant(lease.from())
                        .number(limit)
                        .uuid(lease.id())
                        .text(PostgresOutbox.seconds(Duration.between(lease.from(), lease.until())))
                        .uuid(tenant.value());
                return PostgresOutbox.rows(
                        statement,
                        1,
                        row -> new SetAside.Claimed(
                                new ConsumerName(row.text("consumer")),
                                Messages.read(row),
                                Standing.valueOf(row.text("standing")),
                                (int) row.number("attempts")));
            }
        });
    }

    @Override
    public Set<UUID> settle(TenantId tenant, Lease lease, Instant at, List<SetAside.Settlement> settlements) {
        if (settlements.isEmpty()) {
            return Set.of();
        }
        var outcomes = settlements.stream()
                .map(one -> one.slips().stream().findFirst())
                .toList();
        return database.run("settle what is set aside of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(settle)) {
                var slots = new Slots(statement)
                        .text(tenant.toString())
                        .texts(settlements.stream()
                                .map(one -> one.consumer().value())
                                .toList())
                        .uuids(settlements.stream()
                                .map(SetAside.Settlement::eventId)
                                .toList());
                texts(slots, outcomes, slip -> slip.standing().name(), "");
                texts(slots, outcomes, slip -> Integer.toString(slip.attempts()), "0");
                texts(slots, outcomes, slip -> PostgresOutbox.seconds(slip.pause()), "0");
                texts(slots, outcomes, Slip::error, "");
                slots.uuid(tenant.value())
                        .uuid(lease.id())
                        .instant(at)
                        .instant(at)
                        .uuid(tenant.value())
                        .uuid(lease.id());
                return new HashSet<>(PostgresOutbox.rows(statement, 1, row -> row.uuid("event_id")));
            }
        });
    }

    private static void texts(Slots slots, List<Optional<Slip>> slips, Function<Slip, String> what, String none)
            throws SQLException {
        slots.texts(slips.stream().map(slip -> slip.map(what).orElse(none)).toList());
    }

    @Override
    public int replay(
            TenantId tenant,
            ConsumerName consumer,
            List<OutboxMessage> messages,
            ActorRef by,
            Instant at,
            String reason) {
        if (messages.isEmpty()) {
            return 0;
        }
        return database.run("replay messages of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(replay)) {
                var slots = new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .text(consumer.value())
                        .instant(at);
                Messages.fill(slots, messages).actor(by).text(reason);
                return PostgresOutbox.rows(statement, 1, row -> (int) row.number("copies"))
                        .get(0);
            }
        });
    }

    @Override
    public List<DeadLetter> open(TenantId tenant, Optional<ConsumerName> consumer, int limit) {
        return database.query(
                "read the dead letters of tenant " + tenant,
                tenant,
                open,
                query -> query.bind("tenant", tenant.value())
                        .bind("consumer", consumer.map(ConsumerName::value).orElse(null))
                        .bind("limit", limit),
                PostgresSetAside::letter);
    }

    private static DeadLetter letter(Row row) throws SQLException {
        return new DeadLetter(
                new ConsumerName(row.text("consumer")),
                Messages.read(row),
                (int) row.number("attempts"),
                row.text("last_error"),
                row.instant("since"),
                row.number("held_back"));
    }

    @Override
    public Either<EventRefusal, DeadLetter> retry(TenantId tenant, Verb verb) {
        return decide("retry", retry, Decided.Kind.RETRY, tenant, verb);
    }

    @Override
    public Either<EventRefusal, DeadLetter> skip(TenantId tenant, Verb verb) {
        return decide("skip", skip, Decided.Kind.SKIP, tenant, verb);
    }

    private Either<EventRefusal, DeadLetter> decide(
            String what, String statementText, Decided.Kind kind, TenantId tenant, Verb verb) {
        return database.run(what + " a dead letter of tenant " + tenant, connection -> {
            try (var statement = connection.prepareStatement(statementText)) {
                new Slots(statement)
                        .text(tenant.toString())
                        .uuid(tenant.value())
                        .text(verb.consumer().value())
                        .uuid(verb.eventId())
                        .text(kind.name())
                        .actor(verb.by())
                        .instant(verb.at())
                        .text(verb.reason())
                        .instant(verb.at());
                var letters = PostgresOutbox.rows(statement, 1, PostgresSetAside::letter);
                return letters.isEmpty()
                        ? left(new EventRefusal.NoDeadLetter(verb.consumer().value(), verb.eventId()))
                        : right(letters.get(0));
            }
        });
    }

    @Override
    public List<Decided> decisions(TenantId tenant, Instant from, int limit) {
        return database.query(
                "read the decisions about dead letters of tenant " + tenant,
                tenant,
                decisions,
                query -> query.bind("tenant", tenant.value())
                        .bind("from", Micros.of(from).atOffset(ZoneOffset.UTC))
                        .bind("limit", limit),
                row -> new Decided(
                        Decided.Kind.valueOf(row.text("kind")),
                        new Verb(
                                new ConsumerName(row.text("consumer")),
                                row.uuid("event_id"),
                                new ActorRef(
                                        ActorKind.fromWord(row.text("actor_type")),
                                        row.uuid("actor_id"),
                                        row.text("actor_label")),
                                row.instant("decided_at"),
                                row.text("reason")),
                        row.text("error")));
    }
}
