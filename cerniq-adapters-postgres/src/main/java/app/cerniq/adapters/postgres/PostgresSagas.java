package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.runtime.saga.Saga;
import app.cerniq.domain.runtime.saga.SagaChange;
import app.cerniq.domain.runtime.saga.SagaEntry;
import app.cerniq.domain.runtime.saga.SagaId;
import app.cerniq.domain.runtime.saga.SagaRefusal;
import app.cerniq.domain.runtime.saga.SagaStatus;
import app.cerniq.domain.runtime.saga.SagaSubject;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Lease;
import app.cerniq.ports.runtime.OutboxMessage;
import app.cerniq.ports.runtime.Sagas;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vavr.control.Either;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Sagas in PostgreSQL: a row each, a row per step, and a journal. */
final class PostgresSagas implements Sagas {

    private static final String BEGIN = """
            insert into ${schema}.sagas (
                tenant_id, id, plan, subject_kind, subject_id, round, basis, status, is_undoing, version, journal_entries, next_at,
                started_at, started_by_type, started_by_id, started_by_label
            )
            values (
                :tenant, :saga, :plan, :subject_kind, :subject_id, :round, :basis, :status, :is_undoing, :version, :entries, :next_at,
                :started_at, :started_by_type, :started_by_id, :started_by_label
            )
            """;

    private static final String CHANGE = """
            update ${schema}.sagas
            set status = :status,
                is_undoing = :is_undoing,
                parked_at = :parked_at,
                parked_reason = :parked_reason,
                parked_by_type = :parked_by_type,
                parked_by_id = cast(:parked_by_id as uuid),
                parked_by_label = :parked_by_label,
                version = :version,
                journal_entries = :entries,
                next_at = :next_at
            where tenant_id = :tenant and id = :saga and version = :version - 1
            """;

    private static final String HAS_TENANT = "select id from ${schema}.tenants where id = :tenant";

    private static final String JOURNAL = """
            select entry_number, happened_at, actor_type, actor_id, actor_label, what, step, now_is, note
            from ${schema}.saga_journal
            where tenant_id = :tenant and saga_id = :saga
            order by entry_number
            """;

    private static final String DUE = "select d as tenant_id from ${schema}.tenants_with_due_sagas(?, ?) as d";

    private static final String RELEASE = """
            update ${schema}.sagas
            set lease_id = null, leased_until = null
            where tenant_id = :tenant and id = :saga and lease_id = :lease
            returning id
            """;

    private final Database database;
    private final PostgresOutbox outbox;
    private final String begin;
    private final String change;
    private final String hasTenant;
    private final String select;
    private final String journal;
    private final String due;
    private final String claim;
    private final String release;
    private final String keepSteps;
    private final String changeSteps;
    private final String addEntries;

    PostgresSagas(Database database, PostgresOutbox outbox) {
        this.outbox = outbox;
        var sql = database.sql();
        this.database = database;
        this.begin = sql.text(BEGIN);
        this.change = sql.text(CHANGE);
        this.hasTenant = sql.text(HAS_TENANT);
        this.select = sql.file("sagas") + "\n";
        this.journal = sql.text(JOURNAL);
        this.due = sql.text(DUE);
        this.claim = sql.file("claim-sagas");
        this.release = sql.text(RELEASE);
        this.keepSteps = sql.file("keep-saga-steps");
        this.changeSteps = sql.file("change-saga-steps");
        this.addEntries = sql.file("add-saga-entries");
    }

    @Override
    public Either<SagaRefusal, Saga> begin(SagaChange start, List<OutboxMessage> messages) {
        var saga = start.next();
        var tenant = saga.id().tenant();
        if (isUnknown(tenant)) {
            return left(new SagaRefusal.UnknownTenant(tenant));
        }
        var isKept = database.together("begin saga " + saga.id(), tenant, handle -> {
            var by = saga.startedBy();
            bind(handle.createUpdate(begin), saga)
                    .bind("plan", saga.plan())
                    .bind("subject_kind", saga.subject().kind())
                    .bind("subject_id", saga.subject().id())
                    .bind("round", saga.subject().round())
                    .bind("basis", saga.basis())
                    .bind("started_at", time(saga.startedAt()))
                    .bind("started_by_type", by.kind().word())
                    .bind("started_by_id", by.id())
                    .bind("started_by_label", by.label())
                    .execute();
            rows(handle, keepSteps, saga, stepsOf(saga));
            rows(handle, addEntries, saga, entriesOf(start));
            outbox.append(handle.getConnection(), tenant, messages);
            return true;
        });
        return isKept ? right(saga) : left(whyNotBegun(saga));
    }

    private boolean isUnknown(TenantId tenant) {
        return database.first(
                        "read tenant " + tenant,
                        tenant,
                        hasTenant,
                        query -> query.bind("tenant", tenant.value()),
                        row -> row.uuid("id"))
                .isEmpty();
    }

    private SagaRefusal whyNotBegun(Saga saga) {
        var subject = saga.subject();
        return about(saga.id().tenant(), subject.kind(), subject.id()).stream()
                .filter(other -> other.plan().equals(saga.plan())
                        && other.subject().equals(subject)
                        && other.status() != SagaStatus.COMPENSATED)
                .<SagaRefusal>map(rival -> new SagaRefusal.AlreadyRunning(subject, rival.id()))
                .findFirst()
                .orElseGet(() -> new SagaRefusal.SagaChanged(
                        0, find(saga.id()).map(Saga::version).orElse(0L)));
    }

    @Override
    public Either<SagaRefusal, Saga> keep(SagaChange change, List<OutboxMessage> messages) {
        var saga = change.next();
        var isKept = database.together("keep saga " + saga.id(), saga.id().tenant(), handle -> {
            var parked = saga.parked();
            var update = bind(handle.createUpdate(this.change), saga)
                    .bindByType("parked_at", parked.map(it -> time(it.at())).orElse(null), OffsetDateTime.class)
                    .bindByType("parked_reason", parked.map(Saga.Parked::reason).orElse(null), String.class)
                    .bindByType(
                            "parked_by_type",
                            parked.map(it -> it.by().kind().word()).orElse(null),
                            String.class)
                    .bindByType("parked_by_id", parked.map(it -> it.by().id()).orElse(null), UUID.class)
                    .bindByType(
                            "parked_by_label", parked.map(it -> it.by().label()).orElse(null), String.class);
            if (update.execute() == 0) {
                return false;
            }
            rows(handle, changeSteps, saga, stepsOf(saga));
            rows(handle, addEntries, saga, entriesOf(change));
            outbox.append(handle.getConnection(), saga.id().tenant(), messages);
            return true;
        });
        return isKept ? right(saga) : left(whyNotKept(saga));
    }

    private SagaRefusal whyNotKept(Saga saga) {
        return find(saga.id())
                .<SagaRefusal>map(there -> new SagaRefusal.SagaChanged(saga.version() - 1, there.version()))
                .orElseGet(() -> new SagaRefusal.UnknownSaga(saga.id()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Saga saga) {
        var bound = statement
                .bind("tenant", saga.id().tenant().value())
                .bind("saga", saga.id().value())
                .bind("status", saga.status().name())
                .bind("is_undoing", saga.isUndoing())
                .bind("version", saga.version())
                .bind("entries", saga.entries());
        return saga.dueAt()
                .map(next -> bound.bind("next_at", time(next)))
                .orElseGet(() -> bound.bindNull("next_at", Types.TIMESTAMP_WITH_TIMEZONE));
    }

    private static void rows(Handle handle, String statement, Saga saga, List<?> rows) {
        handle.createUpdate(statement)
                .bind("tenant", saga.id().tenant().value())
                .bind("saga", saga.id().value())
                .bind("rows", Json.write(rows))
                .execute();
    }

    private static List<SagaStepRow> stepsOf(Saga saga) {
        var rows = new ArrayList<SagaStepRow>();
        for (var step : saga.steps()) {
            rows.add(SagaStepRow.of(step, rows.size()));
        }
        return rows;
    }

    private static List<SagaEntryRow> entriesOf(SagaChange change) {
        return change.entries().stream().map(SagaEntryRow::of).toList();
    }

    @Override
    public Optional<Saga> find(SagaId id) {
        return read(id.tenant(), "and s.id = any (:ids)", query -> query.bind("ids", new UUID[] {id.value()})).stream()
                .findFirst();
    }

    @Override
    public List<Saga> about(TenantId tenant, String kind, UUID subject) {
        return read(
                tenant,
                "and s.subject_kind = :kind and s.subject_id = :subject order by s.started_at, s.id",
                query -> query.bind("kind", kind).bind("subject", subject));
    }

    @Override
    public List<Saga> in(TenantId tenant, Set<SagaStatus> statuses, int limit) {
        var names = statuses.stream().map(Enum::name).toArray(String[]::new);
        return read(
                tenant,
                "and s.status = any (:statuses) order by s.started_at, s.id limit :limit",
                query -> query.bind("statuses", names).bind("limit", limit));
    }

    private List<Saga> read(TenantId tenant, String which, Database.Binding binding) {
        return database.query(
                "read sagas of tenant " + tenant,
                tenant,
                select + which,
                query -> binding.to(query.bind("tenant", tenant.value())),
                row -> saga(tenant, row));
    }

    private static Saga saga(TenantId tenant, Row row) throws SQLException {
        var steps = Json.read(row.tree("steps"), new TypeReference<List<SagaStepRow>>() {});
        return new Saga(
                new SagaId(tenant, row.uuid("id")),
                row.text("plan"),
                new SagaSubject(row.text("subject_kind"), row.uuid("subject_id"), (int) row.number("round")),
                row.text("basis"),
                row.number("version"),
                (int) row.number("journal_entries"),
                steps.stream().map(SagaStepRow::step).toList(),
                row.flag("is_undoing"),
                parked(row),
                SagaEntryRow.actor(row, "started_by"),
                row.instant("started_at"));
    }

    private static Optional<Saga.Parked> parked(Row row) throws SQLException {
        return row.has("parked_at")
                ? Optional.of(new Saga.Parked(
                        SagaEntryRow.actor(row, "parked_by"), row.instant("parked_at"), row.text("parked_reason")))
                : Optional.empty();
    }

    @Override
    public List<SagaEntry> journal(SagaId id) {
        return database.query(
                "read the journal of saga " + id,
                id.tenant(),
                journal,
                query -> query.bind("tenant", id.tenant().value()).bind("saga", id.value()),
                SagaEntryRow::read);
    }

    @Override
    public List<TenantId> due(Instant at, int limit) {
        return database.run("look for sagas to go on with", connection -> {
            try (var statement = connection.prepareStatement(due)) {
                statement.setObject(1, time(at));
                statement.setInt(2, limit);
                try (var result = statement.executeQuery()) {
                    return tenants(result);
                }
            }
        });
    }

    private static List<TenantId> tenants(ResultSet result) throws SQLException {
        var found = new ArrayList<TenantId>();
        while (result.next()) {
            found.add(new TenantId(new Row(result).uuid("tenant_id")));
        }
        return List.copyOf(found);
    }

    @Override
    public List<Saga> claim(TenantId tenant, Lease lease, int limit) {
        var ids = database.query(
                "claim sagas of tenant " + tenant,
                tenant,
                claim,
                query -> query.bind("tenant", tenant.value())
                        .bind("lease", lease.id())
                        .bind("from", lease.from())
                        .bind("until", lease.until())
                        .bind("limit", limit),
                row -> row.uuid("id"));
        if (ids.isEmpty()) {
            return List.of();
        }
        var taken = read(tenant, "and s.id = any (:ids)", query -> query.bind("ids", ids.toArray(UUID[]::new))).stream()
                .collect(Collectors.toUnmodifiableMap(saga -> saga.id().value(), saga -> saga));
        return ids.stream().map(taken::get).sorted(LONGEST_WAITING_FIRST).toList();
    }

    private static final java.util.Comparator<Saga> LONGEST_WAITING_FIRST =
            java.util.Comparator.<Saga, Instant>comparing(saga -> saga.dueAt().orElse(Instant.MAX))
                    .thenComparing(saga -> saga.id().value());

    @Override
    public void release(SagaId id, Lease lease) {
        database.first(
                "give back saga " + id,
                id.tenant(),
                release,
                query -> query.bind("tenant", id.tenant().value())
                        .bind("saga", id.value())
                        .bind("lease", lease.id()),
                row -> row.uuid("id"));
    }

    private static OffsetDateTime time(Instant instant) {
        return Micros.of(instant).atOffset(ZoneOffset.UTC);
    }
}
