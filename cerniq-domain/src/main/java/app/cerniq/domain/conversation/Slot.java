package app.cerniq.domain.conversation;

import app.cerniq.domain.shared.Percentage;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that was understood of what the customer wants, for a while. Its time is up at {@code until}, whether or not
 * anybody has swept it up.
 *
 * @param name lower-case letters, digits and underscores, 1 to 40, for example {@code hectares}
 * @param value 1 to 500 characters
 */
public record Slot(String name, String value, Percentage confidence, Instant at, Instant until) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public Slot {
        if (!NAME.matcher(name).matches() || value.isBlank() || value.length() > 500) {
            throw new IllegalArgumentException("A slot has a name of 1 to 40 lower-case letters, digits and underscores"
                    + " and a value of 1 to 500 characters.");
        }
        if (!at.isBefore(until)) {
            throw new IllegalArgumentException("A slot lasts longer than nothing.");
        }
    }

    public boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }
}
