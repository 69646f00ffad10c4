package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.HumanTasks;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Tasks for people in PostgreSQL: every change is one statement that writes the task and its line of history. */
final class PostgresHumanTasks implements HumanTasks {

    private static final int MOST = 10_000;

    private static final String LINE = """
            line as (
                insert into ${schema}.human_task_history (
                    tenant_id, task_id, version, what, actor_type, actor_id, actor_label, happened_at, note
                )
                select
                    c.tenant_id, c.id, c.version, :what, :actor_type, :actor_id, :actor_label, :happened_at, :note
                from changed c
                returning task_id
            )
            select id from changed
            """;

    private static final String OPEN = """
            with changed as (
                insert into ${schema}.human_tasks (
                    tenant_id, id, version, kind, subject_kind, subject_id, cause, title, priority, role,
                    escalation_level, status, assigned_to, opened_at, warn_at, due_at, wake_at
                )
                select
                    t.id, :id, :version, :kind, :subject_kind, :subject_id, :cause, :title, :priority, :role,
                    :level, :status, nullif(:assigned_to, '')::uuid, :opened_at, nullif(:warn_at, '')::timestamptz,
                    :due_at, nullif(:wake_at, '')::timestamptz
                from ${schema}.tenants t
                where t.id = :tenant
                on conflict on constraint "for one topic there is one task" do nothing
                returning tenant_id, id, version
            ),
            """ + LINE;

    private static final String CHANGE = """
            with changed as (
                update ${schema}.human_tasks
                set version = :version,
                    role = :role,
                    escalation_level = :level,
                    status = :status,
                    assigned_to = nullif(:assigned_to, '')::uuid,
                    warn_at = nullif(:warn_at, '')::timestamptz,
                    due_at = :due_at,
                    wake_at = nullif(:wake_at, '')::timestamptz
                where tenant_id = :tenant and id = :id and version = :version - 1
                returning tenant_id, id, version
            ),
            """ + LINE;

    private static final String TASKS = """
            select
                t.tenant_id, t.id, t.version, t.kind, t.subject_kind, t.subject_id, t.cause, t.title, t.priority, t.role,
                t.escalation_level, t.status, t.assigned_to, t.opened_at, t.warn_at, t.due_at,
                h.what, h.actor_type, h.actor_id, h.actor_label, h.happened_at, h.note
            from ${schema}.human_tasks t
            left join ${schema}.human_task_history h
                on h.tenant_id = t.tenant_id and h.task_id = t.id and h.version = t.version and t.wake_at is null
            where t.tenant_id = :tenant
            """;

    private static final String FIND = TASKS + " and t.id = :id";

    private static final String OF_TOPIC = TASKS + """
             and t.kind = :kind
                and t.subject_kind = :subject_kind
                and t.subject_id = :subject_id
                and t.cause = :cause
            """;

    private static final String OPEN_ONES = TASKS + """
             and t.wake_at is not null and (:role = '' or t.role = :role)
            order by t.due_at, t.id
            limit :limit
            """;

    private static final String TO_WAKE = TASKS + " and t.wake_at <= :at order by t.wake_at, t.id limit :limit";

    private static final String HISTORY = """
            select version, what, actor_type, actor_id, actor_label, happened_at, note
            from ${schema}.human_task_history
            where tenant_id = :tenant and task_id = :id
            order by version
            """;

    private final Database database;
    private final Sql sql;

    PostgresHumanTasks(Database database) {
        this.database = database;
        this.sql = database.sql();
    }

    @Override
    public Either<HumanTaskRefusal, HumanTask> open(HumanTask.Changed opened) {
        var task = opened.next();
        var tenant = task.id().tenant();
        if (isKept(OPEN, opened)) {
            return right(task);
        }
        return database.first(
                        "read the task of a topic",
                        tenant,
                        sql.text(OF_TOPIC),
                        query -> topic(query.bind("tenant", tenant.value()), task.topic()),
                        PostgresHumanTasks::task)
                .<Either<HumanTaskRefusal, HumanTask>>map(Either::right)
                .orElseGet(() -> left(new HumanTaskRefusal.UnknownTaskTenant(tenant)));
    }

    @Override
    public Either<HumanTaskRefusal, HumanTask> commit(HumanTask.Changed changed) {
        return isKept(CHANGE, changed)
                ? right(changed.next())
                : left(new HumanTaskRefusal.TaskChanged(changed.next().id()));
    }

    private boolean isKept(String statement, HumanTask.Changed changed) {
        var task = changed.next();
        return database.first(
                        "keep task " + task.id(),
                        task.id().tenant(),
                        sql.text(statement),
                        query -> filled(query, changed),
                        row -> row.uuid("id"))
                .isPresent();
    }

    private static Query filled(Query query, HumanTask.Changed changed) {
        var task = changed.next();
        var entry = changed.entry();
        return topic(query, task.topic())
                .bind("tenant", task.id().tenant().value())
                .bind("id", task.id().value())
                .bind("version", task.version())
                .bind("title", task.title())
                .bind("priority", task.priority().name())
                .bind("role", task.role().name())
                .bind("level", task.level())
                .bind("status", task.status().word())
                .bind("assigned_to", task.assignee().map(UserId::toString).orElse(""))
                .bind("opened_at", utc(task.openedAt()))
                .bind("warn_at", text(task.warnAt()))
                .bind("due_at", utc(task.dueAt()))
                .bind("wake_at", text(task.wakeAt()))
                .bind("what", entry.what().name())
                .bind("actor_type", entry.by().kind().word())
                .bind("actor_id", entry.by().id())
                .bind("actor_label", entry.by().label())
                .bind("happened_at", utc(entry.at()))
                .bind("note", entry.note());
    }

    private static Query topic(Query query, TaskTopic topic) {
        return query.bind("kind", topic.kind().name())
                .bind("subject_kind", topic.subjectKind())
                .bind("subject_id", topic.subjectId())
                .bind("cause", topic.cause());
    }

    @Override
    public Optional<HumanTask> find(HumanTaskId id) {
        return database.first(
                "read task " + id,
                id.tenant(),
                sql.text(FIND),
                query -> query.bind("tenant", id.tenant().value()).bind("id", id.value()),
                PostgresHumanTasks::task);
    }

    @Override
    public List<HumanTask> open(TenantId tenant, Optional<Role> role, int limit) {
        return page(
                tenant,
                OPEN_ONES,
                limit,
                query -> query.bind("role", role.map(Role::name).orElse("")));
    }

    @Override
    public List<HumanTask> toWake(TenantId tenant, Instant at, int limit) {
        return page(tenant, TO_WAKE, limit, query -> query.bind("at", utc(at)));
    }

    private List<HumanTask> page(TenantId tenant, String statement, int limit, Database.Binding binding) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " tasks, not " + limit + ".");
        }
        return database.query(
                "read the open tasks of tenant " + tenant,
                tenant,
                sql.text(statement),
                query -> binding.to(query.bind("tenant", tenant.value()).bind("limit", limit)),
                PostgresHumanTasks::task);
    }

    @Override
    public List<HumanTaskEntry> history(HumanTaskId id) {
        return database.query(
                "read the history of task " + id,
                id.tenant(),
                sql.text(HISTORY),
                query -> query.bind("tenant", id.tenant().value()).bind("id", id.value()),
                PostgresHumanTasks::entry);
    }

    private static HumanTask task(Row row) throws SQLException {
        return new HumanTask(
                new HumanTaskId(new TenantId(row.uuid("tenant_id")), row.uuid("id")),
                row.number("version"),
                new TaskTopic(
                        HumanTaskKind.valueOf(row.text("kind")),
                        row.text("subject_kind"),
                        row.text("subject_id"),
                        row.text("cause")),
                row.text("title"),
                Urgency.valueOf(row.text("priority")),
                Role.valueOf(row.text("role")),
                (int) row.number("escalation_level"),
                HumanTaskStatus.fromWord(row.text("status")),
                row.maybeUuid("assigned_to").map(UserId::new),
                row.instant("opened_at"),
                row.maybeInstant("warn_at"),
                row.instant("due_at"),
                row.has("what") ? Optional.of(entry(row)) : Optional.empty());
    }

    private static HumanTaskEntry entry(Row row) throws SQLException {
        return new HumanTaskEntry(
                row.number("version"),
                HumanTaskEntry.What.valueOf(row.text("what")),
                new ActorRef(ActorKind.fromWord(row.text("actor_type")), row.uuid("actor_id"), row.text("actor_label")),
                row.instant("happened_at"),
                row.text("note"));
    }

    /** Empty for nothing: a null has no type, and would cost the tenant from the sixth run of a statement on. */
    private static String text(Optional<Instant> at) {
        return at.map(Micros::of).map(Instant::toString).orElse("");
    }

    private static OffsetDateTime utc(Instant at) {
        return Micros.of(at).atOffset(ZoneOffset.UTC);
    }
}
