package app.cerniq.domain.stock;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * What a tenant calls one place where goods lie; unique per tenant.
 *
 * @param value 1 to 40 letters, digits, dots, dashes or underscores
 */
public record LocationCode(String value) implements Comparable<LocationCode> {

    /** The place that every tenant has (source document: the default warehouse "Principal"). */
    public static final LocationCode PRINCIPAL = new LocationCode("principal");

    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    public LocationCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads a code and strips surrounding white space. */
    public static Either<InvalidValue, LocationCode> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new LocationCode(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("location", given, "1 to 40 letters, digits, dots, dashes or underscores");
    }

    @Override
    public int compareTo(LocationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
