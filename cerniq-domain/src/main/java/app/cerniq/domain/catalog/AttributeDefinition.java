package app.cerniq.domain.catalog;

import app.cerniq.domain.catalog.AttributeFault.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one attribute of a product domain is, and which values it takes: the dose of a plant protection product, its
 * active substance, the crop it is for, the package it comes in.
 *
 * @param key unique within the product domain
 * @param label as a person reads it, 1 to 100 characters
 * @param type the form of its values
 * @param meaning what it speaks about
 * @param unit of a number, for example {@code l/ha}; only for numbers
 * @param limits which values are allowed; they fit the type
 * @param isRequired whether it must be given
 * @param scope whose attribute it is
 */
public record AttributeDefinition(
        AttributeKey key,
        String label,
        ValueType type,
        SemanticType meaning,
        Optional<String> unit,
        AttributeLimits limits,
        boolean isRequired,
        AttributeScope scope) {

    public AttributeDefinition {
        if (label.isBlank() || label.length() > 100) {
            throw new IllegalArgumentException("The label of " + key + " has 1 to 100 characters.");
        }
        if (unit.isPresent() && type != ValueType.NUMBER) {
            throw new IllegalArgumentException("Only numbers have a unit; " + key + " is a " + type + ".");
        }
        if (!limits.fit(type)) {
            throw new IllegalArgumentException("Bounds are for numbers, words and lengths for texts; " + key + " is a "
                    + type + " with " + limits + ".");
        }
    }

    /** Whether values that were stored under the other definition still have a meaning under this one. */
    boolean continues(AttributeDefinition other) {
        return type == other.type && scope == other.scope && unit.equals(other.unit);
    }

    /** What is wrong with a value; empty where nothing is. */
    Optional<AttributeFault> faultOf(AttributeValue value) {
        if (value instanceof AttributeValue.Text text && type == ValueType.TEXT) {
            return faultOf(text);
        }
        if (value instanceof AttributeValue.Decimal number && type == ValueType.NUMBER) {
            return isWithin(number.value()) ? Optional.empty() : fault(Kind.OUT_OF_RANGE, value);
        }
        return value.type() == type ? Optional.empty() : fault(Kind.WRONG_TYPE, value);
    }

    private Optional<AttributeFault> faultOf(AttributeValue.Text text) {
        if (!limits.words().isEmpty()) {
            return limits.words().contains(text.value()) ? Optional.empty() : fault(Kind.NOT_A_WORD, text);
        }
        return text.value().isBlank() || text.value().length() > limits.maximumLength()
                ? fault(Kind.WRONG_LENGTH, text)
                : Optional.empty();
    }

    private boolean isWithin(BigDecimal number) {
        return limits.minimum().filter(least -> number.compareTo(least) < 0).isEmpty()
                && limits.maximum().filter(most -> number.compareTo(most) > 0).isEmpty();
    }

    private Optional<AttributeFault> fault(Kind kind, AttributeValue value) {
        return Optional.of(new AttributeFault(key, kind, value.shown(), accepted()));
    }

    AttributeFault missing() {
        return new AttributeFault(key, Kind.MISSING, "nothing", accepted());
    }

    /** The values that are taken, in words. */
    String accepted() {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number" + bounds() + unit.map(of -> " " + of).orElse("");
            case TEXT ->
                limits.words().isEmpty()
                        ? "1 to " + limits.maximumLength() + " characters"
                        : "one of " + String.join(", ", limits.words());
        };
    }

    private String bounds() {
        return limits.minimum().map(least -> " from " + least.toPlainString()).orElse("")
                + limits.maximum().map(most -> " up to " + most.toPlainString()).orElse("");
    }
}
