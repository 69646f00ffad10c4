package app.cerniq.application.conversation;

import app.cerniq.domain.conversation.Conversation;
import app.cerniq.domain.conversation.ModelCall;
import app.cerniq.domain.conversation.Turn;
import app.cerniq.domain.conversation.Usage;
import app.cerniq.ports.conversation.ModelAnswer;
import java.util.List;
import java.util.UUID;

/**
 * A text of a model that is to be judged, and what it cost.
 *
 * @param begun the conversation as the attempt left it when it began
 * @param response what events call the text
 * @param fallback whether another model than the first one wrote it
 */
record Attempt(Conversation begun, UUID response, ModelAnswer answer, ModelCall call, boolean fallback) {

    Turn turn() {
        return begun.turn().orElseThrow();
    }

    Usage usage() {
        return answer.usage();
    }

    List<ModelCall> calls() {
        return List.of(call);
    }

    /** The same on top of the conversation as it stands now. */
    Attempt on(Conversation standing) {
        return new Attempt(standing, response, answer, call, fallback);
    }
}
