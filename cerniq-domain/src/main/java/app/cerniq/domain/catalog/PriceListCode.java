package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * What a tenant calls a price list; unique per tenant, and copied into every quote line that takes a price from it.
 *
 * @param value 1 to 100 characters, no control characters, no white space around
 */
public record PriceListCode(String value) implements Comparable<PriceListCode> {
    private static final String FORM = "[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,98}[^\\p{Cntrl}\\s])?";

    public PriceListCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads it and strips surrounding white space. */
    public static Either<InvalidValue, PriceListCode> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new PriceListCode(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue(
                "price list code", given, "1 to 100 characters, no control characters, no white space around");
    }

    @Override
    public int compareTo(PriceListCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
