package app.cerniq.domain.approval;

import java.util.Locale;

/** Where a task stands; the words of the source documents (C65). */
public enum HumanTaskStatus {
    PENDING,
    ASSIGNED,
    IN_REVIEW,
    /** Nobody acted in time; it waits for the next role. */
    ESCALATED,
    APPROVED,
    REJECTED,
    EXPIRED,
    CANCELLED;

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return compareTo(APPROVED) < 0;
    }

    /** The word the database keeps, for example {@code in_review}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status behind a {@link #word()}; throws {@link IllegalArgumentException} for any other text. */
    public static HumanTaskStatus fromWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
