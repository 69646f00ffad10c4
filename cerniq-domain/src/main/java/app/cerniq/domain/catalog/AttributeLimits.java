package app.cerniq.domain.catalog;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which values an attribute may have.
 *
 * @param minimum the least number; only for numbers
 * @param maximum the greatest number, not below the least; only for numbers
 * @param words the only texts that are allowed, none twice; empty where any is; only for texts
 * @param maximumLength of a text in characters, 1 to 1,000; 1,000 where nothing else is said
 */
public record AttributeLimits(
        Optional<BigDecimal> minimum, Optional<BigDecimal> maximum, List<String> words, int maximumLength) {

    /** Longer texts belong into a description. */
    public static final int LONGEST = 1_000;

    /** Whatever fits the type. */
    public static final AttributeLimits NONE =
            new AttributeLimits(Optional.empty(), Optional.empty(), List.of(), LONGEST);

    public AttributeLimits {
        minimum = minimum.map(AttributeLimits::plain);
        maximum = maximum.map(AttributeLimits::plain);
        words = List.copyOf(words);
        if (minimum.isPresent() && maximum.isPresent() && maximum.get().compareTo(minimum.get()) < 0) {
            throw new IllegalArgumentException(
                    "The greatest value " + maximum.get() + " is below the least, " + minimum.get() + ".");
        }
        if (maximumLength < 1 || maximumLength > LONGEST) {
            throw new IllegalArgumentException(
                    "A text may have 1 to " + LONGEST + " characters, not " + maximumLength + ".");
        }
        if (new HashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException("A word is listed twice: " + words + ".");
        }
    }

    /** A number between two bounds, both included. */
    public static AttributeLimits between(String minimum, String maximum) {
        return new AttributeLimits(
                Optional.of(new BigDecimal(minimum)), Optional.of(new BigDecimal(maximum)), List.of(), LONGEST);
    }

    /** One of these words. */
    public static AttributeLimits oneOf(String... words) {
        return new AttributeLimits(Optional.empty(), Optional.empty(), List.of(words), LONGEST);
    }

    /** A text of at most so many characters. */
    public static AttributeLimits upTo(int characters) {
        return new AttributeLimits(Optional.empty(), Optional.empty(), List.of(), characters);
    }

    boolean fit(ValueType type) {
        return (type == ValueType.NUMBER || (minimum.isEmpty() && maximum.isEmpty()))
                && (type == ValueType.TEXT || (words.isEmpty() && maximumLength == LONGEST));
    }

    private static BigDecimal plain(BigDecimal bound) {
        return new AttributeValue.Decimal(bound).value();
    }
}
