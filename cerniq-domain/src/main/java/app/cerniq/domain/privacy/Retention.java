package app.cerniq.domain.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * For how long records of a kind are kept that came about from a day on, until another line of the plan follows.
 *
 * @param from the first day on which such a record comes about
 * @param years 1 to 100
 * @param counted from when the years are counted
 * @param source the law or the decision behind it, as a report names it
 */
public record Retention(RecordKind kind, LocalDate from, int years, Counted counted, String source) {

    /** Days are those of Romania, whose law it is. */
    static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    public Retention {
        if (years < 1 || years > 100 || source.isBlank()) {
            throw new IllegalArgumentException(
                    "Records are kept for 1 to 100 years, not " + years + ", and for a reason that is named.");
        }
    }

    /** From when the years are counted. */
    public enum Counted {
        /** From the day of the record. */
        FROM_THE_DAY,
        /** From 1 July of the year after the record. Law 82/1991, article 25. */
        FROM_JULY_OF_THE_NEXT_YEAR
    }

    /** The first day on which a record of that instant need not be kept any more. */
    public LocalDate end(Instant at) {
        var day = at.atZone(ZONE).toLocalDate();
        var start = switch (counted) {
            case FROM_THE_DAY -> day;
            case FROM_JULY_OF_THE_NEXT_YEAR -> LocalDate.of(day.getYear() + 1, Month.JULY, 1);
        };
        return start.plusYears(years);
    }
}
