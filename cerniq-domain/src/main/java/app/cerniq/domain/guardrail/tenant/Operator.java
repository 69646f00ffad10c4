package app.cerniq.domain.guardrail.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a field is compared with a value. */
public enum Operator {
    EQUALS,
    NOT_EQUALS,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST,
    /** The text has these words, one after the other. */
    CONTAINS,
    /** The text does not have them. */
    LACKS;

    /** Whether a kind of value can be compared so. */
    public boolean goesWith(Form form) {
        return switch (form) {
            case WORDS -> this == CONTAINS || this == LACKS;
            case BOOLEAN, STATE -> this == EQUALS || this == NOT_EQUALS;
            case NUMBER, PERCENT, MONEY -> this != CONTAINS && this != LACKS;
        };
    }

    /** Those that a kind of value can be compared by. */
    public static List<String> wordsFor(Form form) {
        return Arrays.stream(values())
                .filter(operator -> operator.goesWith(form))
                .map(Operator::word)
                .toList();
    }

    /** The word in a definition, for example {@code at_most}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operator> of(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word().equals(word))
                .findFirst();
    }

    /** Whether a number compares so with another one. */
    public boolean holds(long value, long literal) {
        return switch (this) {
            case EQUALS -> value == literal;
            case NOT_EQUALS -> value != literal;
            case BELOW -> value < literal;
            case AT_MOST -> value <= literal;
            case ABOVE -> value > literal;
            case AT_LEAST -> value >= literal;
            case CONTAINS, LACKS -> throw new IllegalStateException("Numbers contain nothing.");
        };
    }
}
