package app.cerniq.domain.runtime.event;

/**
 * What an event tells. Its component names are the field names of the JSON that others read, so they are part of the
 * public contract, and so are the codes of its enums.
 *
 * <p>No personal data: ids, hashes, figures, and the CUI of a company at most. The tenant stands in the {@link Envelope};
 * a {@link app.cerniq.domain.negotiation.NegotiationId} is written as its UUID alone.
 *
 * <p>Source: specification, sections 15.2, 15.3 and 24.6.
 */
public sealed interface EventPayload
        permits AiEvent,
                ChannelEvent,
                CrossStageEvent,
                DocumentEvent,
                EInvoiceEvent,
                GuardrailEvent,
                HitlEvent,
                InvoicingEvent,
                McpEvent,
                NegotiationNews,
                PricingEvent,
                ProductEvent,
                RuntimeEvent,
                SearchEvent,
                SentimentEvent,
                StockEvent {}
