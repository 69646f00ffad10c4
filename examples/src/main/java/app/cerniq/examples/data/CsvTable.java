package app.cerniq.examples.data;

import app.cerniq.examples.data.CsvFault.Kind;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines of a CSV text under a known header, whose columns may stand in any order, with the faults found so far. */
final class CsvTable {

    private static final Pattern LINE = Pattern.compile("line ([0-9]+)");

    private final String file;
    private final List<String> columns;
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<CsvFault> faults = new ArrayList<>();

    private CsvTable(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static CsvTable of(CsvText text, List<String> columns) {
        var table = new CsvTable(text.file(), columns);
        table.fill(text.content());
        return table;
    }

    /** The lines that have as many fields as the header. */
    List<CsvRow> rows() {
        return List.copyOf(rows);
    }

    /** Every fault of the file and of the rows read from it, in the order of the lines. */
    List<CsvFault> faults() {
        return faults.stream().sorted(Comparator.comparingLong(CsvFault::line)).toList();
    }

    private void fill(String text) {
        var header = new ArrayList<String>();
        var reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        try {
            for (var line : reader) {
                if (header.isEmpty()) {
                    line.getFields().forEach(field -> header.add(field.strip().toLowerCase(Locale.ROOT)));
                    if (!isExpected(line, header)) {
                        return;
                    }
                } else {
                    add(line, header);
                }
            }
        } catch (CsvParseException broken) {
            faults.add(brokenQuotes(broken));
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(CsvFault.ofFile(
                    Kind.EMPTY,
                    file,
                    header.isEmpty() ? "an empty file" : "only a header",
                    "the header " + String.join(",", columns) + " and at least one line below it"));
        }
    }

    private boolean isExpected(CsvRecord line, List<String> header) {
        if (header.size() == 1 && columns.size() > 1) {
            for (var separator : List.of(";", "\t", "|")) {
                if (header.get(0).contains(separator)) {
                    var name = separator.equals("\t") ? "a tab" : "\"" + separator + "\"";
                    faults.add(headerFault(Kind.WRONG_SEPARATOR, line, name, "commas, and a point in decimals"));
                    return false;
                }
            }
        }
        if (columns.stream().noneMatch(header::contains)) {
            var first = String.join(",", line.getFields());
            faults.add(headerFault(Kind.WRONG_HEADER, line, first, String.join(",", columns)));
            return false;
        }
        columns.stream()
                .filter(column -> !header.contains(column))
                .map(column -> headerFault(Kind.WRONG_HEADER, line, "no column " + column, "a column " + column))
                .forEach(faults::add);
        var seen = new HashSet<String>();
        for (var name : header) {
            if (!columns.contains(name)) {
                var accepted = "only the columns " + String.join(", ", columns);
                faults.add(headerFault(Kind.WRONG_HEADER, line, "a column \"" + name + "\"", accepted));
            } else if (!seen.add(name)) {
                faults.add(headerFault(Kind.WRONG_HEADER, line, "a second column " + name, "each column once"));
            }
        }
        return faults.isEmpty();
    }

    private CsvFault headerFault(Kind kind, CsvRecord line, String given, String accepted) {
        return CsvFault.ofLine(kind, file, line.getStartingLineNumber(), given, accepted);
    }

    private void add(CsvRecord line, List<String> header) {
        var fields = line.getFields();
        if (fields.size() != header.size()) {
            faults.add(CsvFault.ofLine(
                    Kind.WRONG_FIELD_COUNT,
                    file,
                    line.getStartingLineNumber(),
                    count(fields.size()) + ": " + String.join(",", fields),
                    count(header.size()) + "; one that contains a comma stands in double quotes"));
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (var i = 0; i < fields.size(); i++) {
            values.put(header.get(i), fields.get(i));
        }
        rows.add(new CsvRow(file, line.getStartingLineNumber(), values, faults));
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    private CsvFault brokenQuotes(CsvParseException broken) {
        var message = String.valueOf(broken.getMessage());
        var line = LINE.matcher(message);
        return CsvFault.ofLine(
                Kind.BROKEN_QUOTES,
                file,
                line.find() ? Long.parseLong(line.group(1)) : 0,
                message,
                "a field that opens and closes with a double quote and has double quotes doubled inside");
    }
}
