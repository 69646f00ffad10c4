package app.cerniq.domain.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    /** Source document 001, section 4.1, in its order. */
    private static final List<String> REGISTRY = List.of(
            "product.sync.requested",
            "product.synced",
            "product.embed.requested",
            "product.embedded",
            "product.chunk.requested",
            "product.chunked",
            "product.index.requested",
            "product.indexed",
            "product.validated",
            "product.price.updated",
            "search.semantic.requested",
            "search.semantic.completed",
            "search.keyword.requested",
            "search.keyword.completed",
            "search.hybrid.requested",
            "search.hybrid.completed",
            "search.reranked",
            "search.cached",
            "ai.message.received",
            "ai.intent.classified",
            "ai.response.generated",
            "ai.response.approved",
            "ai.response.rejected",
            "ai.tool.called",
            "ai.tool.completed",
            "ai.fallback.triggered",
            "negotiation.created",
            "negotiation.state.changed",
            "negotiation.item.added",
            "negotiation.item.removed",
            "negotiation.quote.sent",
            "negotiation.completed",
            "negotiation.cancelled",
            "negotiation.timeout",
            "price.calculated",
            "discount.requested",
            "discount.validated",
            "discount.auto.approved",
            "discount.pending.approval",
            "discount.approved",
            "discount.rejected",
            "price.rule.updated",
            "stock.checked",
            "stock.reserved",
            "stock.released",
            "stock.updated",
            "stock.low.alert",
            "stock.synced",
            "oblio.proforma.created",
            "oblio.proforma.synced",
            "oblio.invoice.created",
            "oblio.invoice.synced",
            "oblio.webhook.received",
            "oblio.reconciled",
            "einvoice.submitted",
            "einvoice.status.checked",
            "einvoice.accepted",
            "einvoice.rejected",
            "einvoice.retry",
            "document.template.loaded",
            "document.generated",
            "document.rendered",
            "document.stored",
            "document.archived",
            "handover.initiated",
            "conversation.loaded",
            "channel.whatsapp.sent",
            "channel.email.sent",
            "channel.routed",
            "sentiment.analyzed",
            "intent.classified",
            "urgency.detected",
            "language.detected",
            "tone.adapted",
            "mcp.session.started",
            "mcp.tool.executed",
            "mcp.resource.fetched",
            "mcp.prompt.loaded",
            "mcp.session.closed",
            "guardrail.price.passed",
            "guardrail.price.failed",
            "guardrail.stock.passed",
            "guardrail.stock.failed",
            "guardrail.discount.passed",
            "guardrail.discount.failed",
            "guardrail.all.passed",
            "guardrail.regenerate",
            "hitl.escalated",
            "hitl.takeover",
            "hitl.discount.requested",
            "hitl.discount.approved",
            "hitl.discount.rejected",
            "hitl.document.review",
            "hitl.resolved");

    @Test
    void every_name_of_the_source_document_is_in_the_catalogue() {
        assertThat(REGISTRY).hasSize(94).doesNotHaveDuplicates();
        assertThat(Arrays.stream(EventType.values()).map(EventType::word)).containsAll(REGISTRY);
    }

    @Test
    void what_the_source_document_forgot_is_there_too() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::word))
                .contains(
                        "reservation.expired",
                        "reservation.converted",
                        "proforma.accepted",
                        "proforma.rejected",
                        "proforma.expired",
                        "invoice.cancelled",
                        "payment.received",
                        "negotiation.resurrected",
                        "guardrail.compliance.passed",
                        "guardrail.compliance.failed",
                        "hitl.expired");
    }

    @Test
    void all_eight_channels_between_stages_have_an_event() {
        assertThat(Arrays.stream(EventType.values())
                        .filter(type -> type.payload().getEnclosingClass() == CrossStageEvent.class)
                        .map(type -> type.when().replaceAll("^(in|out), ([a-z0-9_:]+):.*$", "$2")))
                .containsExactlyInAnyOrder(
                        "etapa2:events:warm_reply",
                        "etapa2:events:callback_requested",
                        "etapa4:events:sale_completed",
                        "etapa4:events:invoice_issued",
                        "etapa4:events:customer_created",
                        "etapa5:events:negotiation_stalled",
                        "etapa5:events:quote_expired",
                        "etapa5:events:cancelled_lead");
    }

    @Test
    void a_constant_is_named_as_the_event_is() {
        for (var type : EventType.values()) {
            assertThat(type.name()).isEqualTo(type.word().replace('.', '_').toUpperCase(Locale.ROOT));
            assertThat(type.word()).matches("[a-z][a-z_]*(\\.[a-z][a-z_]*)+");
            assertThat(EventType.find(type.word())).contains(type);
        }
    }

    @Test
    void every_payload_has_one_type() {
        var payloads = Arrays.stream(EventPayload.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));

        assertThat(payloads)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .<Class<?>>map(EventType::payload)
                        .toList());
    }

    @Test
    void an_unknown_name_is_no_type() {
        assertThat(EventType.find("negotiation.exploded")).isEmpty();
    }
}
