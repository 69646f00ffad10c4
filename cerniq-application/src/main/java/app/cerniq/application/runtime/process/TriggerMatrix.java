package app.cerniq.application.runtime.process;

import app.cerniq.application.runtime.process.Answer.Behind;
import app.cerniq.application.runtime.process.Answer.ByHost;
import app.cerniq.application.runtime.process.Answer.Reacting;
import app.cerniq.application.runtime.process.Answer.SagaStep;
import app.cerniq.application.runtime.process.Answer.Scheduled;
import app.cerniq.application.runtime.process.Answer.Within;
import app.cerniq.domain.runtime.event.EventType;

/**
 * The trigger matrix A to N of the source document (001, section 3), row by row: what a worker was triggered by there, and
 * who does its work here. A reader can hold one against the other; a test does.
 *
 * <p>Most of what were queues there are steps of one transaction here: what must not be half done is not done in halves.
 */
public enum TriggerMatrix {
    A1(
            "ProductSyncWorker",
            "External webhook, Manual",
            host("catalogue() and offerings().putOnSale"),
            EventType.PRODUCT_SYNCED),
    A2("ProductEmbedWorker", "A1 completion", host("search().index"), EventType.PRODUCT_EMBEDDED),
    A3("ProductChunkWorker", "A1 completion", behind("EmbeddingModel"), EventType.PRODUCT_CHUNKED),
    A4("ProductIndexWorker", "A2, A3 completion", within("every catalogue commit"), EventType.PRODUCT_INDEXED),
    A5("ProductValidateWorker", "A1 (parallel)", within("every catalogue commit"), EventType.PRODUCT_VALIDATED),
    A6("PriceUpdateWorker", "External/Manual", host("prices()"), EventType.PRODUCT_PRICE_UPDATED),

    B1("SemanticSearchWorker", "C1 AI Agent", within("search()"), EventType.SEARCH_SEMANTIC_COMPLETED),
    B2("KeywordSearchWorker", "C1 AI Agent", within("search()"), EventType.SEARCH_KEYWORD_COMPLETED),
    B3("HybridSearchWorker", "B1+B2 completion", within("search()"), EventType.SEARCH_HYBRID_COMPLETED),
    B4("RerankWorker", "B3 completion", within("search()"), EventType.SEARCH_RERANKED),
    B5("SearchCacheWorker", "B4 completion", within("search()"), EventType.SEARCH_CACHED),
    B6("SearchAnalyticsWorker", "B4 completion", behind("MeterRegistry"), EventType.SEARCH_HYBRID_COMPLETED),

    C1("AIOrchestrator", "J1 Handover, Webhook", behind("language model"), EventType.AI_MESSAGE_RECEIVED),
    C2("IntentClassifier", "C1 parallel", behind("language model"), EventType.AI_INTENT_CLASSIFIED),
    C3("ResponseGenerator", "C1 after guards", behind("language model"), EventType.AI_RESPONSE_GENERATED),
    C4(
            "ToolCallExecutor",
            "C3 tool calls",
            host("negotiations().mayUse, then the command"),
            EventType.AI_TOOL_COMPLETED),
    C5("StreamProcessor", "C3 streaming", behind("message channel"), EventType.AI_RESPONSE_APPROVED),
    C6("FallbackHandler", "C1/C3 failure", reaction(Reactions.MODEL_GAVE_UP), EventType.AI_FALLBACK_TRIGGERED),

    D1("NegotiationCreateWorker", "J1 Handover", reaction(Reactions.WARM_REPLY), EventType.NEGOTIATION_CREATED),
    D2(
            "NegotiationTransitionWorker",
            "D1, C1 actions",
            host("negotiations().advance"),
            EventType.NEGOTIATION_STATE_CHANGED),
    D3(
            "NegotiationValidateWorker",
            "D2 pre-transition",
            within("negotiations().advance"),
            EventType.NEGOTIATION_STATE_CHANGED),
    D4("NegotiationTimeoutWorker", "Cron every minute", job("negotiation-timeouts"), EventType.NEGOTIATION_TIMEOUT),
    D5(
            "NegotiationHistoryWorker",
            "D2 post-transition",
            within("negotiations().advance"),
            EventType.NEGOTIATION_STATE_CHANGED),
    D6("NegotiationCompleteWorker", "D2 to COMPLETED", step("COMPLETE"), EventType.NEGOTIATION_COMPLETED),
    D7("NegotiationCancelWorker", "User/Timeout", within("the move to DEAD"), EventType.NEGOTIATION_CANCELLED),
    D8("NegotiationItemWorker", "C1 product add", host("negotiations().addItem"), EventType.NEGOTIATION_ITEM_ADDED),

    E1("PriceCalculateWorker", "C1 quote request", within("every command that quotes"), EventType.PRICE_CALCULATED),
    E2(
            "DiscountRequestWorker",
            "C1 discount ask",
            host("negotiations().requestDiscount"),
            EventType.DISCOUNT_REQUESTED),
    E3("DiscountValidateWorker", "E2", within("negotiations().requestDiscount"), EventType.DISCOUNT_VALIDATED),
    E4("DiscountApprovalWorker", "N3 approved", host("negotiations().grantDiscount"), EventType.DISCOUNT_APPROVED),
    E5("PriceRuleUpdateWorker", "Manual/Import", host("priceRules()"), EventType.PRICE_RULE_UPDATED),
    E6("BulkPriceWorker", "Import", host("prices()"), EventType.PRODUCT_PRICE_UPDATED),

    F1("StockCheckWorker", "C1 quote, B1 search", host("negotiations().confirmProducts"), EventType.STOCK_CHECKED),
    F2("StockReserveWorker", "F1 available", host("negotiations().reserveStock"), EventType.STOCK_RESERVED),
    F3("StockReleaseWorker", "D7 cancel, timeout", within("the move that ends the hold"), EventType.STOCK_RELEASED),
    F4("StockUpdateWorker", "G3 invoice", within("negotiations().recordInvoice"), EventType.STOCK_UPDATED),
    F5("StockAlertWorker", "F4 low stock", reaction(Reactions.LOW_STOCK), EventType.STOCK_LOW_ALERT),
    F6("StockSyncWorker", "External ERP", host("stock().sync"), EventType.STOCK_SYNCED),

    G1("OblioProformaWorker", "D4 quote approved", step("CREATE_PROFORMA"), EventType.OBLIO_PROFORMA_CREATED),
    G2("OblioSyncWorker", "G1, G3", behind("Invoicing"), EventType.OBLIO_INVOICE_SYNCED),
    G3("OblioInvoiceWorker", "D5 proforma paid", step("CREATE_INVOICE"), EventType.OBLIO_INVOICE_CREATED),
    G4("OblioStatusWorker", "G3", behind("Invoicing"), EventType.OBLIO_INVOICE_SYNCED),
    G5("OblioWebhookWorker", "Oblio callback", host("events().publish"), EventType.OBLIO_WEBHOOK_RECEIVED),
    G6("OblioRetryWorker", "G1-G3 failed", step("CREATE_INVOICE"), EventType.SAGA_STEP_FAILED),
    G7("OblioReconcileWorker", "Daily cron", behind("Invoicing"), EventType.OBLIO_RECONCILED),

    H1("EinvoiceSubmitWorker", "G3 invoice", step("SUBMIT_EINVOICE"), EventType.EINVOICE_SUBMITTED),
    H2("EinvoiceStatusWorker", "H1, webhook", step("SUBMIT_EINVOICE"), EventType.EINVOICE_STATUS_CHECKED),
    H3("EinvoiceSuccessWorker", "H2 success", step("SUBMIT_EINVOICE"), EventType.EINVOICE_ACCEPTED),
    H4("EinvoiceErrorWorker", "H2 error", reaction(Reactions.EINVOICE_REJECTED), EventType.EINVOICE_REJECTED),
    H5("EinvoiceRetryWorker", "H4", step("SUBMIT_EINVOICE"), EventType.EINVOICE_RETRY),

    I1("DocTemplateWorker", "Setup/Update", behind("document"), EventType.DOCUMENT_TEMPLATE_LOADED),
    I2("DocGenerateWorker", "D4 quote, G1", behind("document"), EventType.DOCUMENT_GENERATED),
    I3("DocRenderWorker", "I2", behind("document"), EventType.DOCUMENT_RENDERED),
    I4("DocStoreWorker", "I3", behind("document"), EventType.DOCUMENT_STORED),
    I5("DocArchiveWorker", "Monthly cron", behind("document"), EventType.DOCUMENT_ARCHIVED),

    J1("HandoverOrchestrator", "Etapa 2 WARM_REPLY", reaction(Reactions.WARM_REPLY), EventType.HANDOVER_INITIATED),
    J2("ConversationLoadWorker", "J1", behind("message channel"), EventType.CONVERSATION_LOADED),
    J3("WhatsAppSendWorker", "C3 response", behind("message channel"), EventType.CHANNEL_WHATSAPP_SENT),
    J4("EmailSendWorker", "C3 response", behind("message channel"), EventType.CHANNEL_EMAIL_SENT),
    J5("ChannelRouterWorker", "C3", behind("message channel"), EventType.CHANNEL_ROUTED),

    K1("SentimentAnalyzeWorker", "Incoming message", behind("language model"), EventType.SENTIMENT_ANALYZED),
    K2("IntentClassifyWorker", "K1", behind("language model"), EventType.INTENT_CLASSIFIED),
    K3("UrgencyDetectWorker", "K1 high neg", reaction(Reactions.URGENT_CUSTOMER), EventType.URGENCY_DETECTED),
    K4("LanguageDetectWorker", "Incoming", behind("language model"), EventType.LANGUAGE_DETECTED),
    K5("ToneAdaptWorker", "K1", behind("language model"), EventType.TONE_ADAPTED),

    L1("McpSessionWorker", "C1 new session", host("negotiations().useSession"), EventType.MCP_SESSION_STARTED),
    L2(
            "McpToolCallWorker",
            "C4 tool req",
            host("negotiations().mayUse, then the command"),
            EventType.MCP_TOOL_EXECUTED),
    L3("McpResourceWorker", "C4 resource req", behind("MCP server"), EventType.MCP_RESOURCE_FETCHED),
    L4("McpPromptWorker", "C3 prompt req", behind("MCP server"), EventType.MCP_PROMPT_LOADED),
    L5("McpCleanupWorker", "Timeout/Close", job("mcp-sessions"), EventType.MCP_SESSION_CLOSED),

    M1("GuardrailPriceWorker", "C3 response", behind("guardrail"), EventType.GUARDRAIL_PRICE_PASSED),
    M2("GuardrailStockWorker", "C3 response", behind("guardrail"), EventType.GUARDRAIL_STOCK_PASSED),
    M3("GuardrailDiscountWorker", "C3 response", behind("guardrail"), EventType.GUARDRAIL_DISCOUNT_PASSED),
    M4("GuardrailComplianceWorker", "C3 response", behind("guardrail"), EventType.GUARDRAIL_COMPLIANCE_PASSED),
    M5("GuardrailOrchestratorWorker", "C3", behind("guardrail"), EventType.GUARDRAIL_ALL_PASSED),

    N1("EscalationWorker", "K3, M5, timeout", reaction(Reactions.URGENT_CUSTOMER), EventType.HITL_ESCALATED),
    N2("TakeoverWorker", "M5 max regen", reaction(Reactions.MODEL_GAVE_UP), EventType.HITL_TAKEOVER),
    N3("DiscountApprovalWorker", "E3", reaction(Reactions.DISCOUNT_WAITS), EventType.HITL_DISCOUNT_REQUESTED),
    N4("DocumentReviewWorker", "H4, G error", reaction(Reactions.EINVOICE_REJECTED), EventType.HITL_DOCUMENT_REVIEW);

    private final String worker;
    private final String triggeredBy;

    @SuppressWarnings("ImmutableEnumChecker") // all answers are records of texts and constants
    private final Answer answer;

    private final EventType event;

    TriggerMatrix(String worker, String triggeredBy, Answer answer, EventType event) {
        this.worker = worker;
        this.triggeredBy = triggeredBy;
        this.answer = answer;
        this.event = event;
    }

    /** What the document calls it. */
    public String worker() {
        return worker;
    }

    /** By what the document has it triggered, in its words. */
    public String triggeredBy() {
        return triggeredBy;
    }

    /** Who does it here. */
    public Answer answer() {
        return answer;
    }

    /** The published event that stands for the one in the document's row. */
    public EventType event() {
        return event;
    }

    private static Answer within(String step) {
        return new Within(step);
    }

    private static Answer host(String call) {
        return new ByHost(call);
    }

    private static Answer reaction(Reactions reaction) {
        return new Reacting(reaction);
    }

    private static Answer job(String name) {
        return new Scheduled(name);
    }

    private static Answer step(String step) {
        return new SagaStep(step);
    }

    private static Answer behind(String port) {
        return new Behind(port);
    }
}
