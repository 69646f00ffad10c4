package app.cerniq.domain.runtime.failure;

import java.util.regex.Pattern;

/**
 * The stable name of one kind of failure, for example {@code OBLIO_API_TIMEOUT}; part of the public contract.
 *
 * @param value 3 to 60 upper-case letters, digits and underscores, beginning with a letter
 */
public record FailureCode(String value) implements Comparable<FailureCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{2,59}");

    public FailureCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A failure code is 3 to 60 upper-case letters, digits and underscores,"
                    + " beginning with a letter; \"" + value + "\" is not.");
        }
    }

    @Override
    public int compareTo(FailureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
