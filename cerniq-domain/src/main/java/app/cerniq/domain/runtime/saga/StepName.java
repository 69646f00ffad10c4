package app.cerniq.domain.runtime.saga;

import java.util.regex.Pattern;

/**
 * What a step is called in its saga, for example {@code CREATE_INVOICE}.
 *
 * @param value 1 to 40 upper-case letters, digits and underscores, beginning with a letter
 */
public record StepName(String value) implements Comparable<StepName> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public StepName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A step's name is 1 to 40 upper-case letters, digits and underscores,"
                    + " beginning with a letter; \"" + value + "\" is not.");
        }
    }

    @Override
    public int compareTo(StepName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
