package app.cerniq.domain.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A half-open span of time: from an instant on, up to another one that is outside. Cut to microseconds, as a database
 * keeps it.
 *
 * @param from the first instant inside
 * @param until the first instant after it, not before {@code from}; empty where it has no end; equal to {@code from}
 *     where nothing is inside
 */
public record Validity(Instant from, Optional<Instant> until) {

    /** Before anything was ever sold here; what holds from then on holds always. */
    public static final Instant BEGINNING = Instant.EPOCH;

    /** From the beginning, without end. */
    public static final Validity ALWAYS = from(BEGINNING);

    public Validity {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until.map(end -> end.truncatedTo(ChronoUnit.MICROS));
        if (until.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "Nothing is valid from " + from + " until " + until.get() + ", which is before.");
        }
    }

    /** From an instant on, without end. */
    public static Validity from(Instant from) {
        return new Validity(from, Optional.empty());
    }

    /** From one instant up to another, which is outside. */
    public static Validity between(Instant from, Instant until) {
        return new Validity(from, Optional.of(until));
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && !hasEndedAt(at);
    }

    /** Whether the end is at this instant or before it. */
    public boolean hasEndedAt(Instant at) {
        return until.filter(end -> !at.isBefore(end)).isPresent();
    }

    /** Whether nothing is inside. */
    public boolean isEmpty() {
        return until.filter(from::equals).isPresent();
    }

    /** Whether some instant lies inside both. */
    public boolean overlaps(Validity other) {
        return !isEmpty() && !other.isEmpty() && !hasEndedAt(other.from) && !other.hasEndedAt(from);
    }

    /** The instants inside both; empty where there is none. */
    Optional<Validity> within(Validity other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        var begin = from.isAfter(other.from) ? from : other.from;
        var both = new Validity(begin, until);
        return Optional.of(other.until.map(both::upTo).orElse(both));
    }

    /** From the same instant, but only up to this one, and not longer than before. */
    Validity upTo(Instant end) {
        return hasEndedAt(end) ? this : new Validity(from, Optional.of(end.isBefore(from) ? from : end));
    }

    @Override
    public String toString() {
        return "[" + from + ", " + until.map(Instant::toString).orElse("without end") + ")";
    }
}
