package app.cerniq.ports.fiscal;

import java.util.regex.Pattern;

/**
 * Our own name for one intended document, given before it exists: the office gets it with the order, as idempotency key
 * and in a note, and the document is found by it after an answer was lost.
 *
 * @param value 1 to 60 letters, digits, dots, dashes, colons and underscores; unique per tenant
 */
public record DocumentReference(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,59}");

    public DocumentReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A document reference is 1 to 60 letters, digits, dots, dashes, colons"
                    + " and underscores; \"" + value + "\" is not.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
