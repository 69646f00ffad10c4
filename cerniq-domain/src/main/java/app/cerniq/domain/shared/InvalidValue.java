package app.cerniq.domain.shared;

/**
 * A value that the outside offered and that is not one of ours, told by the factories that parse text.
 *
 * @param what the kind of value, for example {@code CUI} or {@code money}
 * @param given the text as it came
 * @param accepted what would have been taken
 */
public record InvalidValue(String what, String given, String accepted) implements Refusal {

    @Override
    public String code() {
        return "INVALID_" + what.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
    }

    @Override
    public String sentence() {
        return "\"" + given + "\" is not a valid " + what + ".";
    }

    /** The same fault for callers that broke the contract of a constructor. */
    IllegalArgumentException asException() {
        return new IllegalArgumentException(describe());
    }
}
