package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Reading;
import java.util.Optional;

/**
 * A customer wrote.
 *
 * @param text 1 to 10,000 characters
 * @param externalId what the channel calls the message, 1 to 200 characters; the same one is kept once
 * @param reading what was read out of it, by whoever can
 */
public record Heard(String text, Optional<String> externalId, Optional<Reading> reading) {

    public Heard {
        externalId.filter(id -> id.isBlank() || id.length() > 200).ifPresent(bad -> {
            throw new IllegalArgumentException("The id of a message has 1 to 200 characters.");
        });
    }

    /** Words and nothing else. */
    public static Heard of(String text) {
        return new Heard(text, Optional.empty(), Optional.empty());
    }

    /** Words as a channel delivers them. */
    public static Heard of(String text, String externalId) {
        return new Heard(text, Optional.of(externalId), Optional.empty());
    }
}
