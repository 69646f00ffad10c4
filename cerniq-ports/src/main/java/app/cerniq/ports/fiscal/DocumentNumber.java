package app.cerniq.ports.fiscal;

/**
 * The number that the office gave a document: text, not a figure, for it is zero-padded.
 *
 * @param series for example {@code FCT}; 1 to 20 characters without spaces
 * @param number for example {@code 0012}; 1 to 20 characters without spaces
 */
public record DocumentNumber(String series, String number) {

    public DocumentNumber {
        check("series", series);
        check("number", number);
    }

    private static void check(String what, String part) {
        if (part.isEmpty() || part.length() > 20 || part.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "A document's " + what + " is 1 to 20 characters without spaces; \"" + part + "\" is not.");
        }
    }

    /** Reads what {@link #toString} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static DocumentNumber of(String text) {
        var space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "A document number is a series, a space and a number; \"" + text + "\" is not.");
        }
        return new DocumentNumber(text.substring(0, space), text.substring(space + 1));
    }

    /** Series and number, as a deal keeps them. */
    @Override
    public String toString() {
        return series + " " + number;
    }
}
