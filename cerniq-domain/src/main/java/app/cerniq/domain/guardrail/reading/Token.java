package app.cerniq.domain.guardrail.reading;

/**
 * A word of letters, a run of digits, or one other character.
 *
 * @param text in the form that {@link Folded} gives
 * @param begin where it begins in the text that was given
 * @param end after its last character there
 * @param odd whether a digit in disguise (raised, circled) is in it
 */
record Token(Kind kind, String text, int begin, int end, Gap gap, boolean odd) {

    enum Kind {
        WORD,
        NUMBER,
        FRACTION,
        MARK
    }

    /** What stands between a token and the one before. */
    enum Gap {
        NONE,
        SPACE,
        /** Emphasis such as asterisks, which no reader sees. */
        EMPHASIS,
        TAB,
        LINE
    }

    boolean word() {
        return kind == Kind.WORD;
    }

    boolean number() {
        return kind == Kind.NUMBER;
    }

    boolean glued() {
        return gap == Gap.NONE;
    }

    boolean is(String expected) {
        return text.equals(expected);
    }

    boolean mark(char c) {
        return kind == Kind.MARK && text.charAt(0) == c;
    }

    boolean startsLine() {
        return gap == Gap.LINE;
    }
}
