package app.cerniq.domain.shared;

import java.util.Locale;

/**
 * A business "no": what was refused, why, the value that was offered and what would have been accepted.
 *
 * <p>Every context has one sealed interface that extends this one, so all the ways in which an operation can be
 * refused stand in a single file.
 */
public interface Refusal {

    /**
     * A stable, upper-case code such as {@code ILLEGAL_MOVE}: the name of the record unless it says otherwise. Part of the
     * public contract, never translated.
     */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** One English sentence that a person understands without the code. */
    String sentence();

    /** The value that was refused, as the caller gave it. */
    String given();

    /** What would have been accepted instead. */
    String accepted();

    /** The whole answer in one line, as the command line and logs print it. */
    default String describe() {
        return code() + ": " + sentence() + " Given: " + given() + ". Accepted: " + accepted() + ".";
    }
}
