package app.cerniq.adapters.postgres;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.Flaw;
import app.cerniq.domain.conversation.Message;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.PlanProposal;
import app.cerniq.domain.conversation.Reading;
import app.cerniq.domain.conversation.Slot;
import app.cerniq.domain.conversation.ToolCall;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.RowRef;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.guardrail.Violation;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.ports.conversation.ConversationCommit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said, as rows that SQL reads: maps from columns to values, where what is empty is left out. */
final class ConversationRows {

    private ConversationRows() {}

    /** A row under construction. */
    private static final class Columns {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Columns with(String column, Object value) {
            values.put(column, value);
            return this;
        }

        Columns maybe(String column, Optional<?> value) {
            value.ifPresent(present -> values.put(column, present));
            return this;
        }

        Columns by(String prefix, Optional<ActorRef> actor) {
            return maybe(prefix + "_type", actor.map(it -> it.kind().word()))
                    .maybe(prefix.equals("actor") ? "actor_id" : prefix, actor.map(ActorRef::id))
                    .maybe(prefix + "_label", actor.map(ActorRef::label));
        }
    }

    static Map<String, Object> conversation(Conversation it) {
        var usage = it.tally().usage();
        return new Columns()
                .with("id", it.id().value())
                .with("version", it.version())
                .with("negotiation_id", it.negotiation().value())
                .with("lead_id", it.lead().value())
                .with("channel", it.channel().name())
                .maybe("channel_thread_id", it.thread())
                .with("status", it.status().name())
                .with("language", it.language().name())
                .with("total_messages", it.tally().messages())
                .with("user_messages", it.tally().fromCustomer())
                .with("assistant_messages", it.tally().fromUs())
                .with("tool_calls", it.tally().toolCalls())
                .with("prompt_tokens", usage.prompt())
                .with("completion_tokens", usage.completion())
                .with("estimated_cost_usd", dollars(usage.microDollars()))
                .with("turn", it.turn().map(Turn::number).orElse(0))
                .maybe("handed_off_at", it.handOff().map(Conversation.HandOff::at))
                .maybe("handed_off_reason", it.handOff().map(Conversation.HandOff::reason))
                .with("started_at", it.startedAt())
                .with("last_message_at", it.lastMessageAt())
                .values;
    }

    static Map<String, Object> turn(Turn it) {
        return new Columns()
                .with("number", it.number())
                .with("trigger_message", it.trigger().value())
                .with("status", it.status().name())
                .with("attempts", it.attempts())
                .with("tool_calls", it.toolCalls())
                .with(
                        "feedback",
                        Json.write(it.feedback().stream()
                                .map(ConversationRows::violation)
                                .toList()))
                .maybe("busy_until", it.busyUntil())
                .values;
    }

    static List<Map<String, Object>> messages(ConversationCommit commit) {
        var rows = new ArrayList<Map<String, Object>>();
        commit.received().forEach(message -> rows.add(message(message, Optional.empty())));
        commit.sending().ifPresent(sending -> rows.add(message(sending.message(), sending.verdict())));
        return rows;
    }

    private static Map<String, Object> message(Message it, Optional<Verdict> verdict) {
        var reading = it.reading();
        return new Columns()
                .with("id", it.id().value())
                .with("number", it.number())
                .with("role", it.role().name().toLowerCase(java.util.Locale.ROOT))
                .with("origin", it.origin().name())
                .with("content", it.text())
                .with("content_hash", it.hash().hex())
                .maybe("language", it.language().map(Enum::name))
                .with("turn", it.turn())
                .with("regeneration_attempt", it.attempt())
                .maybe("model", it.model())
                .maybe("external_message_id", it.externalId())
                .maybe("sentiment_score", reading.map(Reading::score))
                .maybe(
                        "emotions",
                        reading.map(read -> read.emotions().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .maybe("intent", reading.map(read -> read.intent().name()))
                .maybe("wants_human", reading.map(Reading::wantsHuman))
                .maybe(
                        "reading_confidence",
                        reading.map(read -> read.confidence().points()))
                .maybe("guardrail_passed", verdict.map(Verdict::passes))
                .maybe("guardrail_hash", verdict.map(judged -> judged.text().hex()))
                .maybe("guardrail_rules", verdict.map(ConversationRows::rules))
                .with("claims", verdict.map(ConversationRows::claims).orElse(0L))
                .by("actor", Optional.of(it.by()))
                .with("said_at", it.at())
                .values;
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.because().stream()
                .flatMap(decision -> decision.rules().stream())
                .map(RuleName::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static long claims(Verdict verdict) {
        return verdict.claims().stream()
                .filter(bound -> bound.row().isPresent() || !(bound.claim() instanceof Claim.Phrase))
                .count();
    }

    /** The rows behind the claims of what leaves. */
    static List<Map<String, Object>> evidence(ConversationCommit commit) {
        var rows = new ArrayList<Map<String, Object>>();
        commit.sending()
                .ifPresent(sending -> sending.verdict().ifPresent(verdict -> {
                    var number = 1;
                    for (var bound : verdict.claims()) {
                        if (bound.row().isPresent()) {
                            rows.add(evidence(
                                    sending.message(),
                                    number++,
                                    bound,
                                    bound.row().get()));
                        }
                    }
                }));
        return rows;
    }

    private static Map<String, Object> evidence(Message message, int number, BoundClaim bound, RowRef row) {
        return new Columns()
                .with("message_id", message.id().value())
                .with("number", number)
                .with("claim", bound.claim().getClass().getSimpleName())
                .with("said", bound.claim().span().of(message.text()))
                .with("row_kind", row.kind().name())
                .with("row_key", row.key())
                .with("row_version", row.version())
                .maybe("claimed", claimed(bound.claim(), row))
                .values;
    }

    /** How much of the goods is said to be there; more may be there by now, and the text is still true. */
    private static Optional<BigDecimal> claimed(Claim claim, RowRef row) {
        return row.kind() == RowRef.Kind.STOCK
                        && claim instanceof Claim.Goods goods
                        && (goods.about().isEmpty() || goods.about().contains(new Sku(row.key())))
                ? Optional.of(goods.quantity().value())
                : Optional.empty();
    }

    static Map<String, Object> modelCall(ModelCall it) {
        return new Columns()
                .with("id", it.id())
                .with("turn", it.turn())
                .with("attempt", it.attempt())
                .with("model", it.model())
                .with("prompt_tokens", it.usage().prompt())
                .with("completion_tokens", it.usage().completion())
                .with("cost_usd", dollars(it.usage().microDollars()))
                .with("took_ms", it.took().toMillis())
                .maybe("text_hash", it.text().map(hash -> hash.hex()))
                .with("called_at", it.at())
                .values;
    }

    static Map<String, Object> toolCall(ToolCall it) {
        return new Columns()
                .with("id", it.id())
                .with("turn", it.turn())
                .with("tool_name", it.tool())
                .with("tool_input", it.input())
                .with("tool_output", it.output())
                .with("status", it.status().name())
                .maybe("error_code", it.errorCode())
                .with("retry_count", it.retries())
                .with("started_at", it.startedAt())
                .with("duration_ms", it.took().toMillis())
                .with("cost_usd", dollars(it.microDollars()))
                .values;
    }

    static Map<String, Object> violation(Violation it) {
        return new Columns()
                .with("violation_type", it.type().name())
                .with("check_name", it.check())
                .with("severity", it.severity().name())
                .maybe("span_begin", it.span().map(span -> span.begin()))
                .maybe("span_end", it.span().map(span -> span.end()))
                .with("given", it.given())
                .with("accepted", it.accepted())
                .maybe("correction", it.correction())
                .with("rule", it.rule().value())
                .values;
    }

    static Map<String, Object> flaw(Flaw it) {
        var row = new Columns()
                .with("id", it.id())
                .with("turn", it.turn())
                .with("regeneration_attempt", it.attempt())
                .with("ai_content", it.text())
                .maybe("final_resolution", it.resolution().map(Enum::name))
                .with("found_at", it.at());
        row.values.putAll(violation(it.violation()));
        return row.values;
    }

    static Map<String, Object> slot(Slot it) {
        return new Columns()
                .with("name", it.name())
                .with("value", it.value())
                .with("confidence", it.confidence().points())
                .with("learned_at", it.at())
                .with("valid_until", it.until())
                .values;
    }

    static Map<String, Object> draft(Draft it) {
        return new Columns()
                .with("id", it.id().value())
                .with("turn", it.turn())
                .with("attempt", it.attempt())
                .with("ai_response", it.original())
                .with("ai_response_hash", it.originalHash().hex())
                .with("confidence_score", it.confidence().points())
                .with("model", it.model())
                .with("because", it.because())
                .with("created_at", it.at())
                .with("expires_at", it.expiresAt())
                .with("status", it.status().name())
                .maybe("sent_response", it.sent())
                .maybe("sent_response_hash", it.sentHash().map(hash -> hash.hex()))
                .by("actioned_by", it.decision().map(Draft.DraftDecision::by))
                .maybe("actioned_at", it.decision().map(Draft.DraftDecision::at))
                .maybe("reason", it.decision().map(Draft.DraftDecision::reason))
                .values;
    }

    static Map<String, Object> plan(PlanProposal it) {
        return new Columns()
                .with("id", it.id())
                .with("extracted_from", it.fromCustomer() ? "customer" : "model")
                .with("instalments", it.plan().instalments())
                .maybe("days", it.plan().days())
                .maybe("advance_percent", it.plan().advance().map(share -> share.points()))
                .with("status", it.standing().name())
                .by("decided_by", it.decidedBy())
                .with("created_at", it.at())
                .values;
    }

    private static BigDecimal dollars(long micro) {
        return BigDecimal.valueOf(micro, 6);
    }
}
