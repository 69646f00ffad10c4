package app.cerniq.domain.guardrail;

/** A text in plain letters, in which words are searched. */
public final class PlainText {

    private PlainText() {}

    /**
     * Small letters without diacritics and without what nobody sees; one blank for whatever is neither letter nor digit,
     * and one before and after the whole.
     */
    public static String of(String text) {
        return " " + Sentence.plain(text).strip() + " ";
    }

    /** The sentence around a part of a text, in the same form. */
    public static String around(String text, Span span) {
        return " " + Sentence.around(text, span).words().strip() + " ";
    }
}
