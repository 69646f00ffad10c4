package app.cerniq.domain.negotiation;

import java.time.Duration;
import java.time.Instant;

/**
 * The agent's tool session; it ends after 30 minutes without activity.
 *
 * @param id as the MCP server names it, 1 to 100 characters
 * @param expiresAt the first instant at which it is over
 */
public record McpSession(String id, Instant expiresAt) {

    /** Source: schema document, column {@code mcp_session_id}. */
    public static final Duration IDLE_LIMIT = Duration.ofMinutes(30);

    public McpSession {
        if (id.isBlank() || id.length() > 100) {
            throw new IllegalArgumentException("An MCP session id has 1 to 100 characters, not " + id.length() + ".");
        }
    }

    /** A session that was just used. */
    public static McpSession activeAt(String id, Instant at) {
        return new McpSession(id, at.plus(IDLE_LIMIT));
    }

    public boolean isOverAt(Instant at) {
        return !at.isBefore(expiresAt);
    }
}
