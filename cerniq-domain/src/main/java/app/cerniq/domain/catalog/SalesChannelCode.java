package app.cerniq.domain.catalog;

import app.cerniq.domain.shared.InvalidValue;
import io.vavr.control.Either;

/**
 * The way on which a tenant sells, for example {@code direct} or {@code dealers}; it decides which price lists apply. It
 * says nothing about how one talks to the customer: that is a communication channel.
 *
 * @param value 1 to 40 lower-case letters, digits and dashes
 */
public record SalesChannelCode(String value) implements Comparable<SalesChannelCode> {

    /** The seller's own sales, which every tenant has. */
    public static final SalesChannelCode DIRECT = new SalesChannelCode("direct");

    private static final String FORM = "[a-z0-9][a-z0-9-]{0,39}";

    public SalesChannelCode {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(invalid(value).describe());
        }
    }

    /** Reads a code and strips surrounding white space. */
    public static Either<InvalidValue, SalesChannelCode> parse(String text) {
        var stripped = text.strip();
        return stripped.matches(FORM) ? Either.right(new SalesChannelCode(stripped)) : Either.left(invalid(text));
    }

    private static InvalidValue invalid(String given) {
        return new InvalidValue("sales channel", given, "1 to 40 lower-case letters, digits and dashes");
    }

    @Override
    public int compareTo(SalesChannelCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
