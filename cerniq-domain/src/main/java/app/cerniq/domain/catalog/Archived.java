package app.cerniq.domain.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That something was taken out of use for good, though never out of the books.
 *
 * @param at since when, to the microsecond, as a database keeps it
 * @param reason why, 1 to 500 characters
 */
public record Archived(Instant at, String reason) {

    public Archived {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("The reason for archiving has 1 to 500 characters.");
        }
    }

    @Override
    public String toString() {
        return "archived since " + at + ": " + reason;
    }
}
