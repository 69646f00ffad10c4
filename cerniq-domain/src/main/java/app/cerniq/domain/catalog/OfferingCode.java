package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * What a tenant calls one offering, whatever its variants are; unique per tenant.
 *
 * @param value 1 to 64 letters, digits, dots, dashes, underscores or slashes
 */
public record OfferingCode(String value) implements Comparable<OfferingCode> {

    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}";

    public OfferingCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads a code and strips surrounding white space. */
    public static Either<InvalidValue, OfferingCode> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new OfferingCode(stripped)) : Either.left(invalid(text));
    }

    /** The code of an offering that has this one variant and no name of its own. */
    public static OfferingCode of(Sku sku) {
        return new OfferingCode(sku.value());
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue(
                "offering code", given, "1 to 64 letters, digits, dots, dashes, underscores or slashes");
    }

    @Override
    public int compareTo(OfferingCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
