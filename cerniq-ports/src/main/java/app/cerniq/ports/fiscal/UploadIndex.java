package app.cerniq.ports.fiscal;

/**
 * What SPV calls one upload ({@code index_incarcare}); a text, though it looks like a number.
 *
 * @param value 1 to 40 characters without spaces
 */
public record UploadIndex(String value) {

    public UploadIndex {
        if (value.isEmpty() || value.length() > 40 || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "An upload index is 1 to 40 characters without spaces; \"" + value + "\" is not.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
