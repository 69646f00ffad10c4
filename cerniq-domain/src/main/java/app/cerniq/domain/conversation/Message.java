package app.cerniq.domain.conversation;

import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said. It is never changed.
 *
 * @param number its place in the conversation, from 1 without gaps
 * @param text 1 to 10,000 characters
 * @param turn which turn it opens or answers; 0 for none
 * @param attempt with which attempt of the turn a model wrote it, from 1; 0 where no model did
 * @param model who wrote it, where a model did
 * @param externalId what the channel calls it; within a conversation one id comes once
 * @param reading what was read out of it
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        int number,
        Origin origin,
        String text,
        Optional<Language> language,
        int turn,
        int attempt,
        Optional<String> model,
        Optional<String> externalId,
        Optional<Reading> reading,
        ActorRef by,
        Instant at) {

    /** The longest that a message may be. Source: specification, section 6.2. */
    public static final int LONGEST = 10_000;

    public Message {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A message has 1 to " + LONGEST + " characters, not " + text.length() + ".");
        }
    }

    public MessageRole role() {
        return origin.role();
    }

    /** What a verdict on exactly this text is about. */
    public ContentHash hash() {
        return Verdict.hash(text);
    }
}
