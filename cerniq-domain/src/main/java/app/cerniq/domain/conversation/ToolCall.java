package app.cerniq.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A model used a tool, or was refused.
 *
 * @param tool the name that the model gave, which may be that of no tool; 1 to 100 characters
 * @param input what it asked, as the model wrote it; up to 10,000 characters
 * @param output what it got; up to 10,000 characters
 * @param errorCode why it failed, where it did
 * @param retries how often it was tried again, 0 or more
 */
public record ToolCall(
        UUID id,
        ConversationId conversation,
        int turn,
        String tool,
        String input,
        String output,
        Status status,
        Optional<String> errorCode,
        int retries,
        Instant startedAt,
        Duration took,
        long microDollars) {

    /** How it ended. Source: specification, section 6.1. */
    public enum Status {
        SUCCESS,
        ERROR,
        TIMEOUT,
        /** It was not called: the state of the deal, or nobody, allows it. */
        REFUSED
    }

    public ToolCall {
        if (tool.isBlank()
                || tool.length() > 100
                || input.length() > 10_000
                || output.length() > 10_000
                || retries < 0
                || took.isNegative()
                || microDollars < 0
                || turn < 1) {
            throw new IllegalArgumentException(
                    "A tool call has a name of 1 to 100 characters, up to 10,000 of input and"
                            + " output, a turn, and no negative figure.");
        }
        if ((status == Status.SUCCESS) == errorCode.isPresent()) {
            throw new IllegalArgumentException("A call that failed has a code, and no other.");
        }
    }
}
