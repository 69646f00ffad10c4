package app.cerniq.ports.runtime;

import java.util.regex.Pattern;

/**
 * The name of a job: the same in every process that shares a store.
 *
 * @param value 1 to 60 lower-case letters, digits and dashes, beginning with a letter
 */
public record JobName(String value) implements Comparable<JobName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    public JobName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A job name is 1 to 60 lower-case letters, digits and dashes, beginning"
                    + " with a letter; \"" + value + "\" is not.");
        }
    }

    @Override
    public int compareTo(JobName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
