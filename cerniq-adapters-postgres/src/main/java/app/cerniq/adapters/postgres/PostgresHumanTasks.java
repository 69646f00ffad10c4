package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.approval.HumanTask;
import app.cerniq.domain.approval.HumanTaskEntry;
import app.cerniq.domain.approval.HumanTaskId;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.HumanTaskRefusal;
import app.cerniq.domain.approval.HumanTaskStatus;
import app.cerniq.domain.approval.TaskAssignment;
import app.cerniq.domain.approval.TaskBrief;
import app.cerniq.domain.approval.TaskProgress;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.approval.Workload;
import app.cerniq.domain.negotiation.Redaction;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.domain.shared.UserId;
import app.cerniq.ports.approval.HumanTasks;
import app.cerniq.ports.runtime.OutboxMessage;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Tasks for people in PostgreSQL: every change is one statement that writes the task and its line of history. */
final class PostgresHumanTasks implements HumanTasks {

    private static final int MOST = 10_000;

    private static final String LINE = """
            line as (
                insert into ${schema}.human_task_history (
                    tenant_id, task_id, version, what, actor_type, actor_id, actor_label, actor_authority, happened_at,
                    value, note
                )
                select
                    c.tenant_id, c.id, c.version, :what, :actor_type, :actor_id, :actor_label, :actor_authority,
                    :happened_at, nullif(:value, ''), :note
                from changed c
                returning task_id
            )
            select id from changed
            """;

    private static final String OPEN = """
            with changed as (
                insert into ${schema}.human_tasks (
                    tenant_id, id, version, kind, subject_kind, subject_id, cause, title, context, asked, priority, role,
                    escalation_level, status, assigned_to, assigned_at, assigned_until, opened_at, level_since,
                    reminders, follow_ups, warn_at, due_at, wake_at
                )
                select
                    t.id, :id, :version, :kind, :subject_kind, :subject_id, :cause, :title, :context, nullif(:asked, ''),
                    :priority, :role, :level, :status, nullif(:assigned_to, '')::uuid,
                    nullif(:assigned_at, '')::timestamptz, nullif(:assigned_until, '')::timestamptz, :opened_at,
                    :level_since, :reminders, :follow_ups, nullif(:warn_at, '')::timestamptz, :due_at,
                    nullif(:wake_at, '')::timestamptz
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
                    assigned_at = nullif(:assigned_at, '')::timestamptz,
                    assigned_until = nullif(:assigned_until, '')::timestamptz,
                    level_since = :level_since,
                    reminders = :reminders,
                    follow_ups = :follow_ups,
                    warn_at = nullif(:warn_at, '')::timestamptz,
                    due_at = :due_at,
                    wake_at = nullif(:wake_at, '')::timestamptz
                where tenant_id = :tenant and id = :id and version = :version - 1
                returning tenant_id, id, version
            ),
            """ + LINE;

    private static final String TASKS = """
            select
                t.tenant_id, t.id, t.version, t.kind, t.subject_kind, t.subject_id, t.cause, t.title, t.context, t.asked,
                t.priority, t.role, t.escalation_level, t.status, t.assigned_to, t.assigned_at, t.assigned_until,
                t.opened_at, t.level_since, t.reminders, t.follow_ups, t.warn_at, t.due_at,
                h.what, h.actor_type, h.actor_id, h.actor_label, h.actor_authority, h.happened_at, h.value, h.note
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

    private static final String ABOUT = TASKS + """
             and t.subject_kind = :subject_kind and t.subject_id = :subject_id
            order by t.opened_at, t.id
            limit :limit
            """;

    private static final String WORKLOAD = """
            select t.assigned_to, count(*) filter (where t.wake_at is not null) as open, max(t.assigned_at) as last
            from ${schema}.human_tasks t
            where t.tenant_id = :tenant and t.assigned_to is not null
            group by t.assigned_to
            order by t.assigned_to
            """;

    private static final String HISTORY = """
            select
                version, what, actor_type, actor_id, actor_label, actor_authority, happened_at, value, note
            from ${schema}.human_task_history
            where tenant_id = :tenant and task_id = :id
            order by version
            """;

    private final Database database;
    private final PostgresOutbox outbox;
    private final Sql sql;

    PostgresHumanTasks(Database database, PostgresOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
        this.sql = database.sql();
    }

    @Override
    public Either<HumanTaskRefusal, HumanTask> open(HumanTask.Changed opened, List<OutboxMessage> messages) {
        var task = opened.next();
        var tenant = task.id().tenant();
        return isKept(OPEN, opened, messages)
                ? right(task)
                : of(tenant, task.topic())
                        .<Either<HumanTaskRefusal, HumanTask>>map(Either::right)
                        .orElseGet(() -> left(new HumanTaskRefusal.UnknownTaskTenant(tenant)));
    }

    @Override
    public Either<HumanTaskRefusal, HumanTask> commit(HumanTask.Changed changed, List<OutboxMessage> messages) {
        return isKept(CHANGE, changed, messages)
                ? right(changed.next())
                : left(new HumanTaskRefusal.TaskChanged(changed.next().id()));
    }

    private boolean isKept(String statement, HumanTask.Changed changed, List<OutboxMessage> messages) {
        var task = changed.next();
        var tenant = task.id().tenant();
        return database.together("keep task " + task.id(), tenant, handle -> {
            var kept = filled(handle.createQuery(sql.text(statement)), changed)
                    .mapTo(UUID.class)
                    .findFirst();
            outbox.append(handle.getConnection(), tenant, kept.isPresent() ? messages : List.of());
            return kept.isPresent();
        });
    }

    @Override
    public Optional<HumanTask> of(TenantId tenant, TaskTopic topic) {
        return database.first(
                "read the task of a topic",
                tenant,
                sql.text(OF_TOPIC),
                query -> topic(query.bind("tenant", tenant.value()), topic),
                PostgresHumanTasks::task);
    }

    @Override
    public List<HumanTask> about(TenantId tenant, String subjectKind, String subjectId, int limit) {
        return page(
                tenant,
                ABOUT,
                limit,
                query -> query.bind("subject_kind", subjectKind).bind("subject_id", subjectId));
    }

    @Override
    public List<Workload> workload(TenantId tenant) {
        return database.query(
                "read the workload of tenant " + tenant,
                tenant,
                sql.text(WORKLOAD),
                query -> query.bind("tenant", tenant.value()),
                row -> new Workload(
                        new UserId(row.uuid("assigned_to")), (int) row.number("open"), row.instant("last")));
    }

    private static Query filled(Query query, HumanTask.Changed changed) {
        var task = changed.next();
        var entry = changed.entry();
        var progress = task.progress();
        return topic(query, task.topic())
                .bind("tenant", task.id().tenant().value())
                .bind("id", task.id().value())
                .bind("version", task.version())
                .bind("title", task.title())
                .bind("context", Json.write(task.brief().context()))
                .bind("asked", task.brief().asked().orElse(""))
                .bind("priority", task.priority().name())
                .bind("role", task.role().name())
                .bind("level", task.level())
                .bind("status", task.status().word())
                .bind("assigned_to", task.assignee().map(UserId::toString).orElse(""))
                .bind("assigned_at", text(progress.assignment().map(TaskAssignment::at)))
                .bind("assigned_until", text(progress.assignment().flatMap(TaskAssignment::until)))
                .bind("level_since", utc(progress.since()))
                .bind("reminders", progress.reminders())
                .bind("follow_ups", progress.followUps())
                .bind("opened_at", utc(task.openedAt()))
                .bind("warn_at", text(task.warnAt()))
                .bind("due_at", utc(task.dueAt()))
                .bind("wake_at", text(task.wakeAt()))
                .bind("what", entry.what().name())
                .bind("actor_type", entry.by().kind().word())
                .bind("actor_id", entry.by().id())
                .bind("actor_label", entry.by().label())
                .bind("actor_authority", entry.authority().name())
                .bind("value", entry.value().orElse(""))
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
                brief(row),
                Urgency.valueOf(row.text("priority")),
                row.instant("opened_at"),
                new TaskProgress(
                        Role.valueOf(row.text("role")),
                        (int) row.number("escalation_level"),
                        HumanTaskStatus.fromWord(row.text("status")),
                        assignment(row),
                        row.instant("level_since"),
                        (int) row.number("reminders"),
                        (int) row.number("follow_ups"),
                        row.maybeInstant("warn_at"),
                        row.instant("due_at")),
                row.has("what") ? Optional.of(entry(row)) : Optional.empty());
    }

    /** A context that was erased with a person says nothing any more. */
    private static TaskBrief brief(Row row) throws SQLException {
        var context = row.text("context");
        return new TaskBrief(
                context.equals(Redaction.MARK)
                        ? Map.of()
                        : Json.read(Json.tree(context), new TypeReference<Map<String, String>>() {}),
                row.maybeText("asked"));
    }

    private static Optional<TaskAssignment> assignment(Row row) throws SQLException {
        var to = row.maybeUuid("assigned_to");
        return to.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaskAssignment(
                        new UserId(to.get()), row.instant("assigned_at"), row.maybeInstant("assigned_until")));
    }

    private static HumanTaskEntry entry(Row row) throws SQLException {
        return new HumanTaskEntry(
                row.number("version"),
                HumanTaskEntry.What.valueOf(row.text("what")),
                new ActorRef(ActorKind.fromWord(row.text("actor_type")), row.uuid("actor_id"), row.text("actor_label")),
                Authority.valueOf(row.text("actor_authority")),
                row.instant("happened_at"),
                row.maybeText("value"),
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
