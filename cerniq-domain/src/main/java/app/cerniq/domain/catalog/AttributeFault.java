package app.cerniq.domain.catalog;

/**
 * One thing that is wrong with one attribute.
 *
 * @param key the attribute
 * @param kind what is wrong
 * @param given the value as it came, or that there was none
 * @param accepted what would have been taken
 */
public record AttributeFault(AttributeKey key, Kind kind, String given, String accepted) {

    /** What can be wrong. */
    public enum Kind {
        /** The product domain defines no such attribute for this scope. */
        UNDEFINED,
        /** A number where words belong, or the other way round. */
        WRONG_TYPE,
        /** Below the least or above the greatest value. */
        OUT_OF_RANGE,
        /** Not one of the words that are allowed. */
        NOT_A_WORD,
        /** Too long a text, or an empty one. */
        WRONG_LENGTH,
        /** It must be given and is not. */
        MISSING
    }

    /** The fault in one line. */
    public String describe() {
        return key + " " + kind + ": given " + given + ", accepted " + accepted;
    }
}
