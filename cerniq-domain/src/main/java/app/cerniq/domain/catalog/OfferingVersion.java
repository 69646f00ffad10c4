package app.cerniq.domain.catalog;

/**
 * One version of what an offering says. A draft may still be rewritten; an active or superseded one never changes.
 *
 * @param number 1 or more, without gaps
 * @param status whether it is what is sold
 * @param content what it says
 */
public record OfferingVersion(int number, Status status, OfferingContent content) {

    /** Whether a version is yet to come, in force, or past. */
    public enum Status {
        DRAFT,
        ACTIVE,
        SUPERSEDED
    }

    public OfferingVersion {
        if (number < 1) {
            throw new IllegalArgumentException("An offering's version is 1 or more, not " + number + ".");
        }
    }

    boolean is(Status other) {
        return status == other;
    }

    OfferingVersion as(Status next) {
        return new OfferingVersion(number, next, content);
    }
}
