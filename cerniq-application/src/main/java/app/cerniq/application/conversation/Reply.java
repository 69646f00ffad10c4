package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Draft;
import app.cerniq.domain.conversation.Message;

/** How the answer to a customer ended: something true has left, or a person has it. */
public sealed interface Reply {

    /** A machine answered, and every claim has a row behind it. */
    record Sent(Message message) implements Reply {}

    /** An answer waits for a person. */
    record Drafted(Draft draft) implements Reply {}

    /**
     * A person was called.
     *
     * @param reason for example {@code MAX_GUARDRAIL_REGENERATIONS}
     */
    record TakenOver(String reason) implements Reply {}

    /** A person had taken the deal over before. */
    record LeftToPerson() implements Reply {}
}
