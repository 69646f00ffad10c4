package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.ContentHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A model was asked and answered, whatever became of the answer.
 *
 * @param attempt of the turn, from 1
 * @param model its name, 1 to 100 characters
 * @param text the hash of what it wrote; empty where it wanted tools instead
 */
public record ModelCall(
        UUID id,
        ConversationId conversation,
        int turn,
        int attempt,
        String model,
        Usage usage,
        Duration took,
        Optional<ContentHash> text,
        Instant at) {

    public ModelCall {
        if (model.isBlank() || model.length() > 100 || turn < 1 || attempt < 1 || took.isNegative()) {
            throw new IllegalArgumentException(
                    "A call of a model has its name of 1 to 100 characters, a turn, an attempt and a time.");
        }
    }
}
