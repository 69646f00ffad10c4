package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * What an attribute is called by programs, for example {@code active_substance}; unique per product domain.
 *
 * @param value 1 to 40 lower-case letters, digits or underscores, a letter first
 */
public record AttributeKey(String value) implements Comparable<AttributeKey> {
    private static final String FORM = "[a-z][a-z0-9_]{0,39}";

    public AttributeKey {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads it and strips surrounding white space. */
    public static Either<InvalidValue, AttributeKey> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new AttributeKey(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue(
                "attribute key", given, "1 to 40 lower-case letters, digits or underscores, a letter first");
    }

    @Override
    public int compareTo(AttributeKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
