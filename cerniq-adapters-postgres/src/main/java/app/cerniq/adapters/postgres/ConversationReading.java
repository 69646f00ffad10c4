package app.cerniq.adapters.postgres;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ConversationId;
import app.cerniq.domain.conversation.ConversationStatus;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.DraftId;
import app.cerniq.domain.conversation.DraftStatus;
import app.cerniq.domain.conversation.Emotion;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Intent;
import app.cerniq.domain.conversation.Language;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.MessageId;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.Origin;
import app.cerniq.domain.conversation.PaymentPlan;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Reading;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.Tally;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.conversation.TurnStatus;
import app.cerniq.domain.conversation.Usage;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.guardrail.Severity;
import app.cerniq.domain.guardrail.Span;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.guardrail.ViolationType;
import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.runtime.event.ContactChannel;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.conversation.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of a conversation, in our types. */
final class ConversationReading {

    /** What stands where a text was that was forgotten. */
    private static final String ERASED = "[erased]";

    private ConversationReading() {}

    static ConversationId conversationId(Row row) throws SQLException {
        return new ConversationId(new TenantId(row.uuid("tenant_id")), row.uuid("conversation_id"));
    }

    /** A conversation with the columns of its last turn, which are prefixed {@code turn_}. */
    static Conversation conversation(Row row) throws SQLException {
        var tenant = new TenantId(row.uuid("tenant_id"));
        return new Conversation(
                conversationId(row),
                row.number("version"),
                new NegotiationId(tenant, row.uuid("negotiation_id")),
                new LeadId(row.uuid("lead_id")),
                ContactChannel.valueOf(row.text("channel")),
                row.maybeText("channel_thread_id"),
                ConversationStatus.valueOf(row.text("status")),
                Language.valueOf(row.text("language")),
                new Tally(
                        (int) row.number("total_messages"),
                        (int) row.number("user_messages"),
                        (int) row.number("assistant_messages"),
                        (int) row.number("tool_calls"),
                        usage(row, "estimated_cost_usd")),
                row.has("turn_status") ? Optional.of(turn(tenant, row)) : Optional.empty(),
                row.has("handed_off_at")
                        ? Optional.of(
                                new Conversation.HandOff(row.text("handed_off_reason"), row.instant("handed_off_at")))
                        : Optional.empty(),
                row.instant("started_at"),
                row.instant("last_message_at"));
    }

    private static Turn turn(TenantId tenant, Row row) throws SQLException {
        return new Turn(
                (int) row.number("turn_number"),
                new MessageId(tenant, row.uuid("turn_trigger")),
                TurnStatus.valueOf(row.text("turn_status")),
                (int) row.number("turn_attempts"),
                (int) row.number("turn_tool_calls"),
                feedback(row.text("turn_feedback")),
                row.maybeInstant("turn_busy_until"));
    }

    private static List<Violation> feedback(String json) {
        if (json.equals(ERASED)) {
            return List.of();
        }
        var all = new ArrayList<Violation>();
        Json.tree(json).forEach(node -> all.add(violation(node)));
        return all;
    }

    private static Violation violation(JsonNode node) {
        return new Violation(
                ViolationType.valueOf(node.get("violation_type").asText()),
                node.get("check_name").asText(),
                Severity.valueOf(node.get("severity").asText()),
                node.has("span_begin")
                        ? Optional.of(new Span(
                                node.get("span_begin").asInt(),
                                node.get("span_end").asInt()))
                        : Optional.empty(),
                node.get("given").asText(),
                node.get("accepted").asText(),
                Optional.ofNullable(node.get("correction")).map(JsonNode::asText),
                new RuleName(node.get("rule").asText()));
    }

    private static Usage usage(Row row, String cost) throws SQLException {
        return new Usage(row.number("prompt_tokens"), row.number("completion_tokens"), micro(row.decimal(cost)));
    }

    private static long micro(BigDecimal dollars) {
        return dollars.movePointRight(6).longValueExact();
    }

    static Message message(Row row) throws SQLException {
        return new Message(
                new MessageId(new TenantId(row.uuid("tenant_id")), row.uuid("id")),
                conversationId(row),
                (int) row.number("number"),
                Origin.valueOf(row.text("origin")),
                row.text("content"),
                row.maybeText("language").map(Language::valueOf),
                (int) row.number("turn"),
                (int) row.number("regeneration_attempt"),
                row.maybeText("model"),
                row.maybeText("external_message_id"),
                row.has("intent") ? Optional.of(reading(row)) : Optional.empty(),
                actor(row, "actor_type", "actor_id", "actor_label"),
                row.instant("said_at"));
    }

    private static Reading reading(Row row) throws SQLException {
        return new Reading(
                (int) row.number("sentiment_score"),
                row.texts("emotions").stream().map(Emotion::valueOf).collect(Collectors.toSet()),
                Intent.valueOf(row.text("intent")),
                row.flag("wants_human"),
                new Percentage(row.decimal("reading_confidence")));
    }

    private static ActorRef actor(Row row, String kind, String id, String label) throws SQLException {
        return new ActorRef(ActorKind.fromWord(row.text(kind)), row.uuid(id), row.text(label));
    }

    static Evidence evidence(Row row) throws SQLException {
        return new Evidence(
                (int) row.number("number"),
                row.text("claim"),
                row.text("said"),
                new RowRef(RowRef.Kind.valueOf(row.text("row_kind")), row.text("row_key"), row.text("row_version")));
    }

    static ModelCall modelCall(Row row) throws SQLException {
        return new ModelCall(
                row.uuid("id"),
                conversationId(row),
                (int) row.number("turn"),
                (int) row.number("attempt"),
                row.text("model"),
                usage(row, "cost_usd"),
                Duration.ofMillis(row.number("took_ms")),
                row.maybeText("text_hash").map(ContentHash::new),
                row.instant("called_at"));
    }

    static ToolCall toolCall(Row row) throws SQLException {
        return new ToolCall(
                row.uuid("id"),
                conversationId(row),
                (int) row.number("turn"),
                row.text("tool_name"),
                row.text("tool_input"),
                row.text("tool_output"),
                ToolCall.Status.valueOf(row.text("status")),
                row.maybeText("error_code"),
                (int) row.number("retry_count"),
                row.instant("started_at"),
                Duration.ofMillis(row.number("duration_ms")),
                micro(row.decimal("cost_usd")));
    }

    static Flaw flaw(Row row) throws SQLException {
        var violation = new Violation(
                ViolationType.valueOf(row.text("violation_type")),
                row.text("check_name"),
                Severity.valueOf(row.text("severity")),
                row.has("span_begin")
                        ? Optional.of(new Span((int) row.number("span_begin"), (int) row.number("span_end")))
                        : Optional.empty(),
                row.text("given"),
                row.text("accepted"),
                row.maybeText("correction"),
                new RuleName(row.text("rule")));
        return new Flaw(
                row.uuid("id"),
                conversationId(row),
                (int) row.number("turn"),
                (int) row.number("regeneration_attempt"),
                violation,
                row.text("ai_content"),
                row.maybeText("final_resolution").map(Flaw.Resolution::valueOf),
                row.instant("found_at"));
    }

    static Slot slot(Row row) throws SQLException {
        return new Slot(
                row.text("name"),
                row.text("value"),
                new Percentage(row.decimal("confidence")),
                row.instant("learned_at"),
                row.instant("valid_until"));
    }

    static Draft draft(Row row) throws SQLException {
        return new Draft(
                new DraftId(new TenantId(row.uuid("tenant_id")), row.uuid("id")),
                conversationId(row),
                (int) row.number("turn"),
                (int) row.number("attempt"),
                row.text("ai_response"),
                new Percentage(row.decimal("confidence_score")),
                row.text("model"),
                row.text("because"),
                row.instant("created_at"),
                row.instant("expires_at"),
                DraftStatus.valueOf(row.text("status")),
                row.maybeText("sent_response"),
                row.has("actioned_by")
                        ? Optional.of(new Draft.DraftDecision(
                                actor(row, "actioned_by_type", "actioned_by", "actioned_by_label"),
                                row.instant("actioned_at"),
                                row.text("reason")))
                        : Optional.empty());
    }

    static PlanProposal plan(Row row) throws SQLException {
        return new PlanProposal(
                row.uuid("id"),
                conversationId(row),
                new PaymentPlan(
                        (int) row.number("instalments"),
                        row.has("days") ? Optional.of((int) row.number("days")) : Optional.empty(),
                        row.maybeDecimal("advance_percent").map(Percentage::new)),
                row.text("extracted_from").equals("customer"),
                PlanProposal.Standing.valueOf(row.text("status")),
                row.has("decided_by")
                        ? Optional.of(actor(row, "decided_by_type", "decided_by", "decided_by_label"))
                        : Optional.empty(),
                row.instant("created_at"));
    }
}
