package app.cerniq.domain.negotiation;

import java.util.Locale;

/** What set a move off, in the four words of the schema document, section 3. */
public enum TransitionTrigger {
    AI_DECISION,
    USER_ACTION,
    TIMEOUT,
    WEBHOOK;

    /** The word the database keeps, for example {@code ai_decision}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The trigger behind a {@link #word()}; throws {@link IllegalArgumentException} for any other text. */
    public static TransitionTrigger fromWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
