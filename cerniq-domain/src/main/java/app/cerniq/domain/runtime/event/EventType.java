package app.cerniq.domain.runtime.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of published events: their names are those of source document 001, section 4.1, with what was missing
 * there. A name never changes its meaning; a payload that can no longer be read by those who knew it before gets the next
 * version.
 */
public enum EventType {
    PRODUCT_SYNC_REQUESTED(
            "product.sync.requested",
            ProductEvent.SyncRequested.class,
            "somebody asked for an offering to be read again from its source"),
    PRODUCT_SYNCED("product.synced", ProductEvent.Synced.class, "an offering was read from its source"),
    PRODUCT_EMBED_REQUESTED(
            "product.embed.requested",
            ProductEvent.EmbedRequested.class,
            "the meaning of an offering has to be computed again"),
    PRODUCT_EMBEDDED("product.embedded", ProductEvent.Embedded.class, "the meaning of an offering was computed"),
    PRODUCT_CHUNK_REQUESTED(
            "product.chunk.requested",
            ProductEvent.ChunkRequested.class,
            "a document about an offering has to be cut into pieces"),
    PRODUCT_CHUNKED("product.chunked", ProductEvent.Chunked.class, "a document about an offering was cut into pieces"),
    PRODUCT_INDEX_REQUESTED(
            "product.index.requested", ProductEvent.IndexRequested.class, "an offering has to be made findable"),
    PRODUCT_INDEXED("product.indexed", ProductEvent.Indexed.class, "an offering can be found"),
    PRODUCT_VALIDATED(
            "product.validated", ProductEvent.Validated.class, "an offering was checked against its product domain"),
    PRODUCT_PRICE_UPDATED("product.price.updated", ProductEvent.PriceUpdated.class, "a price begins to hold"),
    SEARCH_SEMANTIC_REQUESTED(
            "search.semantic.requested", SearchEvent.SemanticRequested.class, "goods are looked for by meaning"),
    SEARCH_SEMANTIC_COMPLETED(
            "search.semantic.completed", SearchEvent.SemanticCompleted.class, "goods were looked for by meaning"),
    SEARCH_KEYWORD_REQUESTED(
            "search.keyword.requested", SearchEvent.KeywordRequested.class, "goods are looked for by word"),
    SEARCH_KEYWORD_COMPLETED(
            "search.keyword.completed", SearchEvent.KeywordCompleted.class, "goods were looked for by word"),
    SEARCH_HYBRID_REQUESTED(
            "search.hybrid.requested", SearchEvent.HybridRequested.class, "goods are looked for by word and meaning"),
    SEARCH_HYBRID_COMPLETED(
            "search.hybrid.completed", SearchEvent.HybridCompleted.class, "goods were looked for by word and meaning"),
    SEARCH_RERANKED("search.reranked", SearchEvent.Reranked.class, "the hits were put into another order"),
    SEARCH_CACHED("search.cached", SearchEvent.Cached.class, "the hits are remembered for a while"),
    AI_MESSAGE_RECEIVED("ai.message.received", AiEvent.MessageReceived.class, "a customer wrote"),
    AI_INTENT_CLASSIFIED(
            "ai.intent.classified",
            AiEvent.IntentClassified.class,
            "it was understood what a customer wants, before the model answers"),
    AI_RESPONSE_GENERATED(
            "ai.response.generated",
            AiEvent.ResponseGenerated.class,
            "a model wrote an answer; nobody has seen it yet"),
    AI_RESPONSE_APPROVED(
            "ai.response.approved", AiEvent.ResponseApproved.class, "an answer may be sent, with exactly this text"),
    AI_RESPONSE_REJECTED("ai.response.rejected", AiEvent.ResponseRejected.class, "an answer must not be sent"),
    AI_TOOL_CALLED("ai.tool.called", AiEvent.ToolCalled.class, "an AI seller asked for something"),
    AI_TOOL_COMPLETED(
            "ai.tool.completed", AiEvent.ToolCompleted.class, "what an AI seller asked for was done, or refused"),
    AI_FALLBACK_TRIGGERED(
            "ai.fallback.triggered",
            AiEvent.FallbackTriggered.class,
            "another model, or a human where none is named, takes over from one that failed"),
    NEGOTIATION_CREATED("negotiation.created", NegotiationNews.Created.class, "a deal began"),
    NEGOTIATION_STATE_CHANGED("negotiation.state.changed", NegotiationNews.StateChanged.class, "a deal moved"),
    NEGOTIATION_ITEM_ADDED(
            "negotiation.item.added",
            NegotiationNews.ItemAdded.class,
            "a quote got a line, or a line became another one"),
    NEGOTIATION_ITEM_REMOVED("negotiation.item.removed", NegotiationNews.ItemRemoved.class, "a quote lost a line"),
    NEGOTIATION_QUOTE_SENT(
            "negotiation.quote.sent",
            NegotiationNews.QuoteSent.class,
            "a quote is on the table, because the deal reached PROPOSAL or its quote changed there"),
    NEGOTIATION_COMPLETED("negotiation.completed", NegotiationNews.Completed.class, "a deal was paid"),
    NEGOTIATION_CANCELLED("negotiation.cancelled", NegotiationNews.Cancelled.class, "a deal is dead"),
    NEGOTIATION_TIMEOUT("negotiation.timeout", NegotiationNews.Timeout.class, "a deal stayed too long where it was"),
    NEGOTIATION_RESURRECTED("negotiation.resurrected", NegotiationNews.Resurrected.class, "a dead deal began again"),
    PRICE_CALCULATED("price.calculated", PricingEvent.PriceCalculated.class, "a quote was priced"),
    DISCOUNT_REQUESTED(
            "discount.requested",
            PricingEvent.DiscountRequested.class,
            "somebody wants a discount that somebody else has to decide on"),
    DISCOUNT_VALIDATED(
            "discount.validated",
            PricingEvent.DiscountValidated.class,
            "the discounts of a quote were held against the limits"),
    DISCOUNT_AUTO_APPROVED(
            "discount.auto.approved",
            PricingEvent.DiscountAutoApproved.class,
            "the rules alone granted the discounts of a quote"),
    DISCOUNT_PENDING_APPROVAL(
            "discount.pending.approval", PricingEvent.DiscountPendingApproval.class, "a discount waits for a decision"),
    DISCOUNT_APPROVED("discount.approved", PricingEvent.DiscountApproved.class, "a discount was granted"),
    DISCOUNT_REJECTED("discount.rejected", PricingEvent.DiscountRejected.class, "a discount was refused"),
    DISCOUNT_VOIDED(
            "discount.voided",
            PricingEvent.DiscountVoided.class,
            "what a request for a discount asked for is no longer on the table"),
    PRICE_RULE_UPDATED("price.rule.updated", PricingEvent.PriceRuleUpdated.class, "a price rule of a tenant changed"),
    STOCK_CHECKED("stock.checked", StockEvent.StockChecked.class, "all goods of a quote were found in stock"),
    STOCK_RESERVED("stock.reserved", StockEvent.StockReserved.class, "goods are held for a deal"),
    STOCK_RELEASED("stock.released", StockEvent.StockReleased.class, "goods that were held are free again"),
    STOCK_UPDATED("stock.updated", StockEvent.StockUpdated.class, "what is on hand at a place changed"),
    STOCK_LOW_ALERT("stock.low.alert", StockEvent.StockLowAlert.class, "a place fell to its threshold"),
    STOCK_SYNCED("stock.synced", StockEvent.StockSynced.class, "the stock figures of another system were taken over"),
    RESERVATION_EXPIRED(
            "reservation.expired", StockEvent.ReservationExpired.class, "the time for which goods were held is up"),
    RESERVATION_CONVERTED("reservation.converted", StockEvent.ReservationConverted.class, "goods left with an invoice"),
    OBLIO_PROFORMA_CREATED("oblio.proforma.created", InvoicingEvent.ProformaCreated.class, "a proforma was made out"),
    OBLIO_PROFORMA_SYNCED(
            "oblio.proforma.synced",
            InvoicingEvent.ProformaSynced.class,
            "the state of a proforma was read from the invoicing partner"),
    OBLIO_INVOICE_CREATED("oblio.invoice.created", InvoicingEvent.InvoiceCreated.class, "an invoice was issued"),
    OBLIO_INVOICE_SYNCED(
            "oblio.invoice.synced",
            InvoicingEvent.InvoiceSynced.class,
            "the state of an invoice was read from the invoicing partner"),
    OBLIO_WEBHOOK_RECEIVED(
            "oblio.webhook.received", InvoicingEvent.WebhookReceived.class, "the invoicing partner told us something"),
    OBLIO_RECONCILED(
            "oblio.reconciled",
            InvoicingEvent.Reconciled.class,
            "our books were compared with those of the invoicing partner"),
    PROFORMA_ACCEPTED(
            "proforma.accepted",
            InvoicingEvent.ProformaAccepted.class,
            "the customer accepted a proforma, or paid for it"),
    PROFORMA_REJECTED("proforma.rejected", InvoicingEvent.ProformaRejected.class, "the customer refused a proforma"),
    PROFORMA_EXPIRED(
            "proforma.expired",
            InvoicingEvent.ProformaExpired.class,
            "a proforma is no longer valid and the deal ended for it"),
    INVOICE_CANCELLED("invoice.cancelled", InvoicingEvent.InvoiceCancelled.class, "an invoice was reversed in full"),
    PAYMENT_RECEIVED("payment.received", InvoicingEvent.PaymentReceived.class, "money arrived"),
    EINVOICE_SUBMITTED("einvoice.submitted", EInvoiceEvent.Submitted.class, "an e-invoice was handed in"),
    EINVOICE_STATUS_CHECKED(
            "einvoice.status.checked",
            EInvoiceEvent.StatusChecked.class,
            "the authority was asked what became of an e-invoice"),
    EINVOICE_ACCEPTED("einvoice.accepted", EInvoiceEvent.Accepted.class, "the authority accepted an e-invoice"),
    EINVOICE_REJECTED("einvoice.rejected", EInvoiceEvent.Rejected.class, "the authority refused an e-invoice"),
    EINVOICE_RETRY("einvoice.retry", EInvoiceEvent.Retry.class, "an e-invoice will be handed in again"),
    EINVOICE_DEADLINE_CRITICAL(
            "einvoice.deadline.critical",
            EInvoiceEvent.DeadlineCritical.class,
            "the legal deadline of an e-invoice is near and it is not accepted"),
    DOCUMENT_TEMPLATE_LOADED("document.template.loaded", DocumentEvent.TemplateLoaded.class, "a template was read"),
    DOCUMENT_GENERATED("document.generated", DocumentEvent.Generated.class, "the text of a document was made"),
    DOCUMENT_RENDERED("document.rendered", DocumentEvent.Rendered.class, "a document was drawn"),
    DOCUMENT_STORED("document.stored", DocumentEvent.Stored.class, "a document lies where it can be fetched"),
    DOCUMENT_ARCHIVED(
            "document.archived",
            DocumentEvent.Archived.class,
            "a document lies where it stays as long as the law asks"),
    HANDOVER_INITIATED("handover.initiated", ChannelEvent.HandoverInitiated.class, "a human takes a deal over"),
    HANDOVER_RETURNED("handover.returned", ChannelEvent.HandoverReturned.class, "an AI seller has a deal back"),
    CONVERSATION_LOADED(
            "conversation.loaded",
            ChannelEvent.ConversationLoaded.class,
            "the earlier messages of a customer were read"),
    CHANNEL_WHATSAPP_SENT(
            "channel.whatsapp.sent", ChannelEvent.WhatsappSent.class, "a WhatsApp message was handed to the provider"),
    CHANNEL_EMAIL_SENT("channel.email.sent", ChannelEvent.EmailSent.class, "an e-mail was handed to the provider"),
    CHANNEL_ROUTED("channel.routed", ChannelEvent.Routed.class, "it was decided on which channel a message goes out"),
    SENTIMENT_ANALYZED(
            "sentiment.analyzed", SentimentEvent.Analyzed.class, "the mood of a message was weighed, from -100 to 100"),
    INTENT_CLASSIFIED(
            "intent.classified", SentimentEvent.IntentClassified.class, "it was understood what a message is about"),
    URGENCY_DETECTED(
            "urgency.detected", SentimentEvent.UrgencyDetected.class, "it was understood how much a message hurries"),
    LANGUAGE_DETECTED(
            "language.detected",
            SentimentEvent.LanguageDetected.class,
            "the language of a message was recognised, as an ISO 639-1 code"),
    TONE_ADAPTED("tone.adapted", SentimentEvent.ToneAdapted.class, "the agent speaks in another tone from now on"),
    MCP_SESSION_STARTED("mcp.session.started", McpEvent.SessionStarted.class, "a model began to use tools for a deal"),
    MCP_TOOL_EXECUTED("mcp.tool.executed", McpEvent.ToolExecuted.class, "a model used a tool, or was kept from it"),
    MCP_RESOURCE_FETCHED("mcp.resource.fetched", McpEvent.ResourceFetched.class, "a model read something"),
    MCP_PROMPT_LOADED("mcp.prompt.loaded", McpEvent.PromptLoaded.class, "a model was given a prompt"),
    MCP_SESSION_CLOSED("mcp.session.closed", McpEvent.SessionClosed.class, "a model no longer uses tools for a deal"),
    GUARDRAIL_PRICE_PASSED("guardrail.price.passed", GuardrailEvent.PricePassed.class, "the price check passed"),
    GUARDRAIL_PRICE_FAILED("guardrail.price.failed", GuardrailEvent.PriceFailed.class, "the price check failed"),
    GUARDRAIL_STOCK_PASSED("guardrail.stock.passed", GuardrailEvent.StockPassed.class, "the stock check passed"),
    GUARDRAIL_STOCK_FAILED("guardrail.stock.failed", GuardrailEvent.StockFailed.class, "the stock check failed"),
    GUARDRAIL_DISCOUNT_PASSED(
            "guardrail.discount.passed", GuardrailEvent.DiscountPassed.class, "the discount check passed"),
    GUARDRAIL_DISCOUNT_FAILED(
            "guardrail.discount.failed", GuardrailEvent.DiscountFailed.class, "the discount check failed"),
    GUARDRAIL_COMPLIANCE_PASSED(
            "guardrail.compliance.passed", GuardrailEvent.CompliancePassed.class, "the compliance check passed"),
    GUARDRAIL_COMPLIANCE_FAILED(
            "guardrail.compliance.failed", GuardrailEvent.ComplianceFailed.class, "the compliance check failed"),
    GUARDRAIL_ALL_PASSED(
            "guardrail.all.passed", GuardrailEvent.AllPassed.class, "an answer may be sent; warnings may remain"),
    GUARDRAIL_REGENERATE("guardrail.regenerate", GuardrailEvent.Regenerate.class, "an answer must be written again"),
    HITL_ESCALATED("hitl.escalated", HitlEvent.Escalated.class, "a human has to decide something"),
    HITL_TAKEOVER("hitl.takeover", HitlEvent.Takeover.class, "a human drives a deal from now on"),
    HITL_DISCOUNT_REQUESTED(
            "hitl.discount.requested", HitlEvent.DiscountRequested.class, "a human is asked for a discount"),
    HITL_DISCOUNT_APPROVED("hitl.discount.approved", HitlEvent.DiscountApproved.class, "a human granted a discount"),
    HITL_DISCOUNT_REJECTED("hitl.discount.rejected", HitlEvent.DiscountRejected.class, "a human refused a discount"),
    HITL_DOCUMENT_REVIEW("hitl.document.review", HitlEvent.DocumentReview.class, "a human has to look at a document"),
    HITL_RESOLVED("hitl.resolved", HitlEvent.Resolved.class, "what a human was asked is done"),
    HITL_SLA_WARNING("hitl.sla.warning", HitlEvent.SlaWarning.class, "a human has to decide soon"),
    HITL_EXPIRED("hitl.expired", HitlEvent.Expired.class, "nobody decided in time"),
    CIRCUIT_OPENED(
            "circuit.opened",
            RuntimeEvent.CircuitOpened.class,
            "a service fails so often that it is left alone for a while"),
    CIRCUIT_HALF_OPENED(
            "circuit.half_opened",
            RuntimeEvent.CircuitHalfOpened.class,
            "a service that was left alone is tried again"),
    CIRCUIT_CLOSED("circuit.closed", RuntimeEvent.CircuitClosed.class, "a service works again"),
    AUTOMATION_PARKED(
            "automation.parked", RuntimeEvent.AutomationParked.class, "the automation of a tenant stopped itself"),
    AUTOMATION_RESUMED(
            "automation.resumed",
            RuntimeEvent.AutomationResumed.class,
            "somebody let the automation of a tenant go on"),
    SAGA_STARTED("saga.started", RuntimeEvent.SagaStarted.class, "a chain of steps began"),
    SAGA_STEP_COMPLETED("saga.step.completed", RuntimeEvent.SagaStepCompleted.class, "a step is done"),
    SAGA_STEP_FAILED("saga.step.failed", RuntimeEvent.SagaStepFailed.class, "a step failed"),
    SAGA_STEP_UNKNOWN(
            "saga.step.unknown",
            RuntimeEvent.SagaStepUnknown.class,
            "nobody knows whether a step had its effect; it is asked for before anything is repeated"),
    SAGA_STEP_COMPENSATED("saga.step.compensated", RuntimeEvent.SagaStepCompensated.class, "a step was taken back"),
    SAGA_STEP_SKIPPED(
            "saga.step.skipped", RuntimeEvent.SagaStepSkipped.class, "an operator decided to go on without a step"),
    SAGA_PARKED("saga.parked", RuntimeEvent.SagaParked.class, "an operator stopped a chain of steps"),
    SAGA_COMPLETED("saga.completed", RuntimeEvent.SagaCompleted.class, "all steps are done"),
    SAGA_COMPENSATED("saga.compensated", RuntimeEvent.SagaCompensated.class, "all steps were taken back"),
    SAGA_STUCK("saga.stuck", RuntimeEvent.SagaStuck.class, "a chain of steps waits for a human"),
    EVENT_DEAD_LETTERED(
            "event.dead_lettered",
            RuntimeEvent.EventDeadLettered.class,
            "an event could not be delivered and waits for an operator"),
    SCHEDULE_FAILED("schedule.failed", RuntimeEvent.ScheduleFailed.class, "something that is done regularly failed"),
    LEAD_WARM_REPLY(
            "lead.warm.reply", CrossStageEvent.WarmReply.class, "in, etapa2:events:warm_reply: a lead answered warmly"),
    LEAD_CALLBACK_REQUESTED(
            "lead.callback.requested",
            CrossStageEvent.CallbackRequested.class,
            "in, etapa2:events:callback_requested: a lead wants to be called back"),
    SALE_COMPLETED(
            "sale.completed",
            CrossStageEvent.SaleCompleted.class,
            "out, etapa4:events:sale_completed: a deal was paid"),
    SALE_INVOICE_ISSUED(
            "sale.invoice.issued",
            CrossStageEvent.InvoiceIssued.class,
            "out, etapa4:events:invoice_issued: an invoice was issued"),
    CUSTOMER_CREATED(
            "customer.created",
            CrossStageEvent.CustomerCreated.class,
            "out, etapa4:events:customer_created: a lead paid and is a customer now; told with every sale, the receiver knows its customers"),
    NEGOTIATION_STALLED(
            "negotiation.stalled",
            CrossStageEvent.NegotiationStalled.class,
            "out, etapa5:events:negotiation_stalled: nothing happens in a deal"),
    QUOTE_EXPIRED(
            "quote.expired",
            CrossStageEvent.QuoteExpired.class,
            "out, etapa5:events:quote_expired: a quote was open for too long"),
    LEAD_CANCELLED(
            "lead.cancelled",
            CrossStageEvent.LeadCancelled.class,
            "out, etapa5:events:cancelled_lead: a deal was lost");

    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::payload, Function.identity()));
    private static final Map<String, EventType> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::word, Function.identity()));

    private final String word;
    private final Class<? extends EventPayload> payload;
    private final String when;

    EventType(String word, Class<? extends EventPayload> payload, String when) {
        this.word = word;
        this.payload = payload;
        this.when = when;
    }

    /** The type of a payload: no two types share one. */
    public static EventType of(EventPayload payload) {
        return Objects.requireNonNull(BY_PAYLOAD.get(payload.getClass()), () -> payload + " has no type");
    }

    /** The type behind a {@link #word()}; empty for a name that is not in the catalogue. */
    public static Optional<EventType> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** The public name, for example {@code negotiation.state.changed}. */
    public String word() {
        return word;
    }

    /** The version of the payload that is written today; from 1. */
    public int version() {
        return 1;
    }

    /** The record that carries what happened. */
    public Class<? extends EventPayload> payload() {
        return payload;
    }

    /** When it is told, as half a sentence; for those that cross stages, with the channel of the source document. */
    public String when() {
        return when;
    }

    @Override
    public String toString() {
        return word;
    }
}
