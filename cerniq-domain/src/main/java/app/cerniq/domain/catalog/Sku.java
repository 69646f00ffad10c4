package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * The stock keeping unit: what a tenant calls one variant of one product; unique per tenant.
 *
 * @param value 1 to 64 letters, digits, dots, dashes, underscores or slashes
 */
public record Sku(String value) implements Comparable<Sku> {

    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}";

    public Sku {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads a SKU and strips surrounding white space. */
    public static Either<InvalidValue, Sku> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new Sku(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("SKU", given, "1 to 64 letters, digits, dots, dashes, underscores or slashes");
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
