package app.cerniq.domain.runtime.event;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationId;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an AI seller does (category C). Texts of a conversation are never told, only their hashes. */
public sealed interface AiEvent extends EventPayload {

    /** A price that a text names. */
    record NamedPrice(Sku sku, Money price) {}

    /** A quantity that a text names. */
    record NamedQuantity(Sku sku, Quantity quantity) {}

    /** A discount that a text names. */
    record NamedDiscount(Sku sku, Percentage percent) {}

    /** Every figure that a text names, as the guardrails check them. */
    record ExtractedData(List<NamedPrice> prices, List<NamedQuantity> products, List<NamedDiscount> discounts) {
        public ExtractedData {
            prices = List.copyOf(prices);
            products = List.copyOf(products);
            discounts = List.copyOf(discounts);
        }
    }

    /** A customer wrote. */
    record MessageReceived(UUID messageId, NegotiationId negotiationId, ContactChannel channel, ContentHash textHash)
            implements AiEvent {}

    /** It was understood what a customer wants, before the model answers. */
    record IntentClassified(UUID messageId, NegotiationId negotiationId, String intent, Percentage confidence)
            implements AiEvent {}

    /** A model wrote an answer; nobody has seen it yet. */
    record ResponseGenerated(
            UUID responseId,
            NegotiationId negotiationId,
            ContentHash textHash,
            int tokensUsed,
            String model,
            ExtractedData extractedData)
            implements AiEvent {}

    /** An answer may be sent, with exactly this text. */
    record ResponseApproved(UUID responseId, NegotiationId negotiationId, ContentHash textHash, By approvedBy)
            implements AiEvent {}

    /** An answer must not be sent. */
    record ResponseRejected(
            UUID responseId, NegotiationId negotiationId, ContentHash textHash, By rejectedBy, String reason)
            implements AiEvent {}

    /** An AI seller asked for something. */
    record ToolCalled(UUID callId, NegotiationId negotiationId, String tool) implements AiEvent {}

    /** What an AI seller asked for was done, or refused. */
    record ToolCompleted(
            UUID callId,
            NegotiationId negotiationId,
            String tool,
            boolean succeeded,
            Optional<String> refusalCode,
            long tookMillis)
            implements AiEvent {}

    /** Another model, or a human where none is named, takes over from one that failed. */
    record FallbackTriggered(NegotiationId negotiationId, String fromModel, Optional<String> toModel, String reason)
            implements AiEvent {}
}
