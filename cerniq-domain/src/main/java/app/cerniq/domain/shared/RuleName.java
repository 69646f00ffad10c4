package app.cerniq.domain.shared;

/**
 * The name of a rule that fired: an id, then a sentence, for example {@code "FSM-03 the product is confirmed"}.
 *
 * @param value id and sentence, parted by the first space
 */
public record RuleName(String value) {

    /** The id alone, for example {@code FSM-03}. */
    public String id() {
        var space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    @Override
    public String toString() {
        return value;
    }
}
