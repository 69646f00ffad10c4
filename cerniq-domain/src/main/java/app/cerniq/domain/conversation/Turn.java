package app.cerniq.domain.conversation;

import app.cerniq.domain.guardrail.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One customer message, or several in a row, that want an answer. The counter of attempts is kept before a model is asked,
 * so that no crash gives a model one more.
 *
 * @param number from 1 within the conversation
 * @param trigger the message that wants the answer
 * @param attempts how often a model was asked, 0 to {@link #MOST_ATTEMPTS}
 * @param toolCalls how many tools the model used, 0 to {@link #MOST_TOOL_CALLS}
 * @param feedback what was wrong with the last attempt
 * @param busyUntil until when somebody works on it; empty where nobody does
 */
public record Turn(
        int number,
        MessageId trigger,
        TurnStatus status,
        int attempts,
        int toolCalls,
        List<Violation> feedback,
        Optional<Instant> busyUntil) {

    /** One answer, and three more after a refusal. Source: specification, section 7.2 and C61. */
    public static final int MOST_ATTEMPTS = 4;

    /** Source: specification, section 6.2. */
    public static final int MOST_TOOL_CALLS = 10;

    public Turn {
        feedback = List.copyOf(feedback);
    }

    static Turn opened(int number, MessageId trigger) {
        return new Turn(number, trigger, TurnStatus.OPEN, 0, 0, List.of(), Optional.empty());
    }

    /** Whether somebody works on it at an instant. */
    public boolean isBusyAt(Instant at) {
        return busyUntil.filter(at::isBefore).isPresent();
    }

    /** Whether a model may be asked once more. */
    public boolean hasAttemptsLeft() {
        return attempts < MOST_ATTEMPTS;
    }

    /** Whether a text has a fault that the one before it had as well: the model does not learn, so it is not asked again. */
    public boolean isRepeatedBy(List<Violation> violations) {
        return feedback.stream()
                .filter(earlier -> earlier.severity().refuses())
                .anyMatch(earlier -> violations.stream().anyMatch(later -> later.repeats(earlier)));
    }

    Turn begun(Instant until) {
        return new Turn(number, trigger, status, attempts + 1, toolCalls, feedback, Optional.of(until));
    }

    Turn failed(List<Violation> violations) {
        return new Turn(number, trigger, status, attempts, toolCalls, violations, Optional.empty());
    }

    Turn used(int calls) {
        return new Turn(number, trigger, status, attempts, toolCalls + calls, feedback, busyUntil);
    }

    Turn as(TurnStatus next) {
        return new Turn(number, trigger, next, attempts, toolCalls, feedback, Optional.empty());
    }
}
