package app.cerniq.adapters.postgres;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationRefusal;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.ConversationCommit;
import app.cerniq.ports.conversation.Conversations;
import app.cerniq.ports.conversation.Evidence;
import app.cerniq.ports.runtime.OutboxMessage;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Conversations in PostgreSQL: a step is one transaction, which triggers check a second time. */
final class PostgresConversations implements Conversations {

    private static final int MOST = 10_000;

    private static final String CONVERSATIONS = """
            select
                c.tenant_id, c.id as conversation_id, c.version, c.negotiation_id, c.lead_id, c.channel,
                c.channel_thread_id, c.status, c.language, c.total_messages, c.user_messages, c.assistant_messages,
                c.tool_calls, c.prompt_tokens, c.completion_tokens, c.estimated_cost_usd, c.handed_off_at,
                c.handed_off_reason, c.started_at, c.last_message_at, t.number as turn_number,
                t.trigger_message as turn_trigger, t.status as turn_status, t.attempts as turn_attempts,
                t.tool_calls as turn_tool_calls, t.feedback as turn_feedback, t.busy_until as turn_busy_until
            from ${schema}.ai_conversations c
            left join ${schema}.conversation_turns t
                on t.tenant_id = c.tenant_id and t.conversation_id = c.id and t.number = c.turn
            where c.tenant_id = :tenant
            """;

    private static final String WAITING = """
            select t.tenant_id, t.conversation_id
            from ${schema}.conversation_turns t
            join ${schema}.ai_conversations c on c.tenant_id = t.tenant_id and c.id = t.conversation_id
            where t.tenant_id = :tenant
                and t.status in ('OPEN', 'TAKING_OVER')
                and (t.busy_until is null or t.busy_until <= :at)
                and (c.status = 'ACTIVE' or t.status = 'TAKING_OVER')
            order by t.changed_at, t.conversation_id
            limit :limit
            """;

    private static final String HAS_TENANT = "select id from ${schema}.tenants where id = :tenant";

    private final Database database;
    private final Sql sql;
    private final PostgresOutbox outbox;

    PostgresConversations(Database database, PostgresOutbox outbox) {
        this.database = database;
        this.sql = database.sql();
        this.outbox = outbox;
    }

    @Override
    public Either<ConversationRefusal, Conversation> open(Conversation fresh, List<OutboxMessage> news) {
        var tenant = fresh.id().tenant();
        database.together("open conversation " + fresh.id(), tenant, handle -> {
            var opened = handle.createUpdate(sql.text(ConversationStatements.OPEN))
                    .bind("tenant", tenant.value())
                    .bind("rows", Json.write(List.of(ConversationRows.conversation(fresh))))
                    .execute();
            if (opened > 0) {
                outbox.append(handle.getConnection(), tenant, news);
            }
            return true;
        });
        return of(fresh.negotiation()).stream()
                .filter(there -> there.channel() == fresh.channel())
                .findFirst()
                .<Either<ConversationRefusal, Conversation>>map(Either::right)
                .orElseGet(() -> left(whyNotOpened(fresh)));
    }

    private ConversationRefusal whyNotOpened(Conversation fresh) {
        var tenant = fresh.id().tenant();
        var isKnown = database.first(
                        "read tenant " + tenant,
                        tenant,
                        sql.text(HAS_TENANT),
                        query -> query.bind("tenant", tenant.value()),
                        row -> row.uuid("id"))
                .isPresent();
        return isKnown
                ? new ConversationRefusal.UnknownDeal(fresh.negotiation())
                : new ConversationRefusal.UnknownConversationTenant(tenant);
    }

    @Override
    public Either<ConversationRefusal, Conversation> commit(ConversationCommit commit, Instant at) {
        var next = commit.next();
        var broken = new ArrayList<ConversationRefusal>(); // of the one attempt
        var kept = database.together("keep conversation " + next.id(), next.id().tenant(), handle -> {
            try {
                return stored(handle, commit, at);
            } catch (JdbiException refused) {
                var refusal = refusal(commit, refused);
                refusal.ifPresent(broken::add);
                if (refusal.isEmpty()) {
                    throw refused;
                }
                return false;
            }
        });
        return kept
                ? right(next)
                : left(broken.stream()
                        .findFirst()
                        .orElseGet(() -> new ConversationRefusal.ConversationChanged(next.id())));
    }

    private boolean stored(Handle handle, ConversationCommit commit, Instant at) throws SQLException {
        var next = commit.next();
        if (commit.sending().isPresent()) {
            aboutDeal(handle.createQuery(sql.text(ConversationStatements.LOCK_DEAL)), next)
                    .mapTo(UUID.class)
                    .findFirst();
        }
        var version = about(handle.createQuery(sql.text(ConversationStatements.LOCK)), next)
                .mapTo(Long.class)
                .findFirst();
        if (version.filter(there -> there == next.version() - 1).isEmpty()) {
            return false;
        }
        turn(handle, next, at);
        if (!commit.messages().isEmpty()) {
            filled(handle, ConversationStatements.MESSAGES, next, ConversationRows.messages(commit))
                    .bind("evidence", Json.write(ConversationRows.evidence(commit)))
                    .execute();
        }
        rows(
                handle,
                ConversationStatements.MODEL_CALLS,
                commit,
                commit.modelCalls().stream().map(ConversationRows::modelCall).toList());
        rows(
                handle,
                ConversationStatements.TOOL_CALLS,
                commit,
                commit.toolCalls().stream().map(ConversationRows::toolCall).toList());
        rows(
                handle,
                ConversationStatements.FLAWS,
                commit,
                commit.flaws().stream().map(ConversationRows::flaw).toList());
        rows(
                handle,
                ConversationStatements.SLOTS,
                commit,
                commit.slots().stream().map(ConversationRows::slot).toList());
        rows(
                handle,
                ConversationStatements.DRAFT,
                commit,
                commit.draft().stream().map(ConversationRows::draft).toList());
        rows(
                handle,
                ConversationStatements.PLANS,
                commit,
                commit.plans().stream().map(ConversationRows::plan).toList());
        outbox.append(handle.getConnection(), next.id().tenant(), commit.news());
        return about(handle.createUpdate(sql.text(ConversationStatements.CHANGE)), next)
                        .bind("rows", Json.write(List.of(ConversationRows.conversation(next))))
                        .execute()
                == 1;
    }

    private void turn(Handle handle, Conversation next, Instant at) {
        next.turn().ifPresent(turn -> {
            var time = Micros.of(at).atOffset(ZoneOffset.UTC);
            about(handle.createUpdate(sql.text(ConversationStatements.SUPERSEDE)), next)
                    .bind("turn", turn.number())
                    .bind("at", time)
                    .execute();
            about(handle.createUpdate(sql.text(ConversationStatements.TURN)), next)
                    .bind("deal", next.negotiation().value())
                    .bind("at", time)
                    .bind("rows", Json.write(List.of(ConversationRows.turn(turn))))
                    .execute();
        });
    }

    private void rows(Handle handle, String statement, ConversationCommit commit, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            filled(handle, statement, commit.next(), rows).execute();
        }
    }

    private org.jdbi.v3.core.statement.Update filled(
            Handle handle, String statement, Conversation next, List<Map<String, Object>> rows) {
        return about(handle.createUpdate(sql.text(statement)), next)
                .bind("deal", next.negotiation().value())
                .bind("version", next.version())
                .bind("rows", Json.write(rows));
    }

    private static <S extends SqlStatement<S>> S about(S statement, Conversation next) {
        return statement
                .bind("tenant", next.id().tenant().value())
                .bind("conversation", next.id().value());
    }

    private static <S extends SqlStatement<S>> S aboutDeal(S statement, Conversation next) {
        return statement
                .bind("tenant", next.id().tenant().value())
                .bind("deal", next.negotiation().value());
    }

    /** What a trigger or a constraint said, where it is an answer and no fault. */
    private static Optional<ConversationRefusal> refusal(ConversationCommit commit, JdbiException refused) {
        var next = commit.next();
        var broken = refused.getCause() instanceof SQLException cause ? Faults.constraint(cause) : "";
        return switch (broken) {
            case "no automated message after a takeover" ->
                Optional.of(new ConversationRefusal.HumanHasIt(next.negotiation()));
            case "no automated message while automation is parked" ->
                Optional.of(new ConversationRefusal.Parked(next.id().tenant()));
            case "the rows behind a text still say the same" ->
                commit.sending()
                        .map(sending -> new ConversationRefusal.EvidenceMoved(
                                sending.message().id()));
            case "a channel's message is received once" ->
                commit.received().stream()
                        .flatMap(message -> message.externalId().stream())
                        .findFirst()
                        .map(ConversationRefusal.AlreadyReceived::new);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return database.first(
                "read conversation " + id,
                id.tenant(),
                sql.text(CONVERSATIONS + " and c.id = :conversation"),
                query -> within(query, id),
                ConversationReading::conversation);
    }

    @Override
    public List<Conversation> of(NegotiationId negotiation) {
        return database.query(
                "read the conversations of a deal",
                negotiation.tenant(),
                sql.text(CONVERSATIONS + " and c.negotiation_id = :deal order by c.started_at, c.id"),
                query -> query.bind("tenant", negotiation.tenant().value()).bind("deal", negotiation.value()),
                ConversationReading::conversation);
    }

    @Override
    public List<ConversationId> waiting(TenantId tenant, Instant at, int limit) {
        checkPage(limit);
        return database.query(
                "look for conversations to go on with",
                tenant,
                sql.text(WAITING),
                query -> query.bind("tenant", tenant.value())
                        .bind("at", Micros.of(at).atOffset(ZoneOffset.UTC))
                        .bind("limit", limit),
                ConversationReading::conversationId);
    }

    @Override
    public List<Message> messages(ConversationId id, int after, int limit) {
        checkPage(limit);
        return database.query(
                "read messages of conversation " + id,
                id.tenant(),
                sql.text("select * from ${schema}.ai_conversation_messages where tenant_id = :tenant"
                        + " and conversation_id = :conversation and number > :after order by number limit :limit"),
                query -> within(query, id).bind("after", after).bind("limit", limit),
                ConversationReading::message);
    }

    @Override
    public Optional<Message> message(MessageId id) {
        return database.first(
                "read message " + id,
                id.tenant(),
                sql.text("select * from ${schema}.ai_conversation_messages where tenant_id = :tenant and id = :id"),
                query -> query.bind("tenant", id.tenant().value()).bind("id", id.value()),
                ConversationReading::message);
    }

    @Override
    public Optional<Message> received(ConversationId id, String externalId) {
        return database.first(
                "read a message of conversation " + id,
                id.tenant(),
                sql.text("select * from ${schema}.ai_conversation_messages where tenant_id = :tenant"
                        + " and conversation_id = :conversation and external_message_id = :external"),
                query -> within(query, id).bind("external", externalId),
                ConversationReading::message);
    }

    @Override
    public List<Evidence> evidence(MessageId id) {
        return database.query(
                "read the evidence of message " + id,
                id.tenant(),
                sql.text("select * from ${schema}.message_evidence where tenant_id = :tenant and message_id = :id"
                        + " order by number"),
                query -> query.bind("tenant", id.tenant().value()).bind("id", id.value()),
                ConversationReading::evidence);
    }

    @Override
    public List<Flaw> flaws(ConversationId id) {
        return allOf(id, "guardrail_violations", "version, id", ConversationReading::flaw);
    }

    @Override
    public List<ModelCall> modelCalls(ConversationId id) {
        return allOf(id, "conversation_model_calls", "version, called_at, id", ConversationReading::modelCall);
    }

    @Override
    public List<ToolCall> toolCalls(ConversationId id) {
        return allOf(id, "ai_tool_calls", "version, started_at, id", ConversationReading::toolCall);
    }

    @Override
    public List<Slot> slots(ConversationId id, Instant at) {
        return allOf(id, "conversation_slots", "name collate \"C\"", ConversationReading::slot).stream()
                .filter(slot -> slot.holdsAt(at))
                .toList();
    }

    @Override
    public List<PlanProposal> plans(ConversationId id) {
        return allOf(id, "payment_plan_attempts", "created_at, id", ConversationReading::plan);
    }

    @Override
    public List<Draft> drafts(ConversationId id) {
        return allOf(id, "ai_drafts", "created_at, id", ConversationReading::draft);
    }

    private <T> List<T> allOf(ConversationId id, String table, String order, Database.Reading<T> reading) {
        return database.query(
                "read " + table + " of conversation " + id,
                id.tenant(),
                sql.text("select * from ${schema}." + table
                        + " where tenant_id = :tenant and conversation_id = :conversation order by " + order),
                query -> within(query, id),
                reading);
    }

    @Override
    public Optional<Draft> draft(DraftId id) {
        return database.first(
                "read draft " + id,
                id.tenant(),
                sql.text("select * from ${schema}.ai_drafts where tenant_id = :tenant and id = :id"),
                query -> query.bind("tenant", id.tenant().value()).bind("id", id.value()),
                ConversationReading::draft);
    }

    @Override
    public List<Draft> pending(TenantId tenant, int limit) {
        checkPage(limit);
        return database.query(
                "read the drafts that wait",
                tenant,
                sql.text("select * from ${schema}.ai_drafts where tenant_id = :tenant and status = 'PENDING'"
                        + " order by expires_at, id limit :limit"),
                query -> query.bind("tenant", tenant.value()).bind("limit", limit),
                ConversationReading::draft);
    }

    private static Query within(Query query, ConversationId id) {
        return query.bind("tenant", id.tenant().value()).bind("conversation", id.value());
    }

    private static void checkPage(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " rows, not " + limit + ".");
        }
    }
}
