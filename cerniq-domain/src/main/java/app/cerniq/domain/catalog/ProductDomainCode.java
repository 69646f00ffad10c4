package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * What a tenant calls a field of goods that share attributes, for example {@code plant-protection}; unique per tenant.
 *
 * @param value 1 to 40 lower-case letters, digits or dashes, a letter first
 */
public record ProductDomainCode(String value) implements Comparable<ProductDomainCode> {
    private static final String FORM = "[a-z][a-z0-9-]{0,39}";

    public ProductDomainCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads it and strips surrounding white space. */
    public static Either<InvalidValue, ProductDomainCode> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new ProductDomainCode(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue(
                "product domain code", given, "1 to 40 lower-case letters, digits or dashes, a letter first");
    }

    @Override
    public int compareTo(ProductDomainCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
