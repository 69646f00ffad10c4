package app.cerniq.domain.guardrail;

/**
 * A part of a text.
 *
 * @param begin index of the first character (UTF-16 unit), 0 or more
 * @param end index after the last one, above {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {

    public Span {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException(
                    "A span begins at 0 or later and has an end after it, not " + begin + " to " + end + ".");
        }
    }

    /** The characters of the text that it was read from. */
    public String of(String text) {
        return text.substring(begin, end);
    }

    public boolean overlaps(Span other) {
        return begin < other.end && other.begin < end;
    }

    @Override
    public int compareTo(Span other) {
        return begin != other.begin ? Integer.compare(begin, other.begin) : Integer.compare(end, other.end);
    }
}
