package app.cerniq.domain.runtime.event;

import app.cerniq.domain.negotiation.NegotiationId;
import java.time.Instant;
import java.util.Optional;

/** What happens on the way between a model and its tools (category L). */
public sealed interface McpEvent extends EventPayload {

    /** A model began to use tools for a deal. */
    record SessionStarted(NegotiationId negotiationId, String sessionId, Instant expiresAt) implements McpEvent {}

    /** A model used a tool, or was kept from it. */
    record ToolExecuted(
            NegotiationId negotiationId,
            String sessionId,
            String tool,
            boolean allowed,
            Optional<String> refusalCode,
            long tookMillis)
            implements McpEvent {}

    /** A model read something. */
    record ResourceFetched(NegotiationId negotiationId, String sessionId, String resource) implements McpEvent {}

    /** A model was given a prompt. */
    record PromptLoaded(NegotiationId negotiationId, String sessionId, String prompt, int promptVersion)
            implements McpEvent {}

    /** A model no longer uses tools for a deal. */
    record SessionClosed(NegotiationId negotiationId, String sessionId, String reason) implements McpEvent {}
}
