package app.cerniq.examples.data;

import app.cerniq.domain.shared.Refusal;

/**
 * One thing that is wrong with a CSV file, and where it stands.
 *
 * @param file as the caller named it
 * @param line counted from 1; 0 where the whole file is meant
 * @param column the header's word; empty where the whole line or file is meant
 * @param given the offending value in one line, shortened where it is long
 * @param accepted what would have been taken
 */
public record CsvFault(Kind kind, String file, long line, String column, String given, String accepted)
        implements Refusal {

    private static final int LONGEST_SHOWN = 80;

    public CsvFault {
        given = inOneLine(given);
    }

    static CsvFault ofFile(Kind kind, String file, String given, String accepted) {
        return new CsvFault(kind, file, 0, "", given, accepted);
    }

    static CsvFault ofLine(Kind kind, String file, long line, String given, String accepted) {
        return new CsvFault(kind, file, line, "", given, accepted);
    }

    @Override
    public String code() {
        return "CSV_" + kind;
    }

    @Override
    public String sentence() {
        return place() + ": " + kind.meaning + ".";
    }

    /** Whether only one line is meant, and the other lines can be used all the same. */
    boolean isOfOneLine() {
        return kind == Kind.INVALID_VALUE || kind == Kind.DUPLICATE || kind == Kind.WRONG_FIELD_COUNT;
    }

    private String place() {
        return file + (line == 0 ? "" : ", line " + line) + (column.isEmpty() ? "" : ", column " + column);
    }

    private static String inOneLine(String text) {
        if (text.isBlank()) {
            return "nothing";
        }
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).forEach(point -> {
            if (Character.isISOControl(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? shown + " …" : shown.toString();
    }

    /** What can be wrong. */
    public enum Kind {
        UNREADABLE("the file cannot be read"),
        TOO_LARGE("the file is too large"),
        EMPTY("the file holds no lines below a header"),
        NOT_UTF_8("the text is not UTF-8"),
        WRONG_SEPARATOR("the columns are not parted by commas"),
        WRONG_HEADER("the header is not the expected one"),
        WRONG_FIELD_COUNT("the line has too few or too many fields"),
        BROKEN_QUOTES("the double quotes do not match"),
        INVALID_VALUE("the value is not valid"),
        DUPLICATE("the value stands on an earlier line already");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }
}
