package app.cerniq.domain.conversation;

import app.cerniq.domain.guardrail.Violation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A violation that was found in a text, and what became of it.
 *
 * @param attempt of the turn, from 1; 0 for a text that a person edited
 * @param text all of the text
 * @param resolution empty for a warning with which the text left
 */
public record Flaw(
        UUID id,
        ConversationId conversation,
        int turn,
        int attempt,
        Violation violation,
        String text,
        Optional<Resolution> resolution,
        Instant at) {

    /** Source: specification, section 7.1. */
    public enum Resolution {
        CORRECTED,
        REGENERATED,
        BLOCKED,
        ESCALATED
    }
}
