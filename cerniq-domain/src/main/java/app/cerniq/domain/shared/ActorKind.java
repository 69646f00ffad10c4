package app.cerniq.domain.shared;

import java.util.Locale;

/** Who can act, in the three words of the negotiation schema document (section 3). */
public enum ActorKind {
    AI_AGENT,
    USER,
    SYSTEM;

    /** The word the source documents and the database use: {@code ai_agent}, {@code user} or {@code system}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind behind a {@link #word()}; throws {@link IllegalArgumentException} for any other text. */
    public static ActorKind fromWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
