package app.cerniq.examples.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows under headings, every column as wide as its widest field; numbers stand to the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** A table with these columns and no rows yet. */
    public static TextTable of(Column... columns) {
        return new TextTable(List.of(columns));
    }

    /** A column of words. */
    public static Column words(String heading) {
        return new Column(heading, false);
    }

    /** A column of numbers. */
    public static Column numbers(String heading) {
        return new Column(heading, true);
    }

    /** A count as people read it: 1,234,567. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Adds a row with one field per column; throws where there are more or fewer. */
    public void row(String... fields) {
        if (fields.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of this table has " + columns.size() + " fields, not " + fields.length + ".");
        }
        rows.add(List.of(fields));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The headings, then the rows; no line ends with blanks. */
    public List<String> lines() {
        var all = new ArrayList<List<String>>();
        all.add(columns.stream().map(Column::heading).toList());
        all.addAll(rows);
        return all.stream().map(row -> line(row, all)).toList();
    }

    private String line(List<String> row, List<List<String>> all) {
        var line = new StringBuilder();
        for (var i = 0; i < row.size(); i++) {
            var column = i;
            var width = all.stream()
                    .mapToInt(other -> width(other.get(column)))
                    .max()
                    .orElse(0);
            var blanks = " ".repeat(width - width(row.get(i)));
            line.append(columns.get(i).isNumeric() ? blanks + row.get(i) : row.get(i) + blanks)
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A column, by its heading. */
    public record Column(String heading, boolean isNumeric) {}
}
