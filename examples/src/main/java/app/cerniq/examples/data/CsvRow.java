package app.cerniq.examples.data;

import app.cerniq.domain.shared.InvalidValue;
import app.cerniq.examples.data.CsvFault.Kind;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One line: gives values, and keeps every fault that it meets. */
final class CsvRow {

    private static final int LONGEST = 200;

    private final String file;
    private final long line;
    private final Map<String, String> values;
    private final List<CsvFault> faults;
    private boolean sound = true;

    CsvRow(String file, long line, Map<String, String> values, List<CsvFault> faults) {
        this.file = file;
        this.line = line;
        this.values = values;
        this.faults = faults;
    }

    /** Whether no fault was met in this line so far. */
    boolean isSound() {
        return sound;
    }

    /** The value of a column that must be there; empty after a fault. */
    <T> Optional<T> required(String column, Function<String, Either<InvalidValue, T>> parser) {
        var parsed = parser.apply(text(column));
        if (parsed.isLeft()) {
            fault(Kind.INVALID_VALUE, column, parsed.getLeft().accepted());
        }
        return parsed.toJavaOptional();
    }

    /** The value of a column that may be empty; empty also after a fault. */
    <T> Optional<T> optional(String column, Function<String, Either<InvalidValue, T>> parser) {
        return text(column).isBlank() ? Optional.empty() : required(column, parser);
    }

    /** Text in one line of at most 200 characters. */
    static Either<InvalidValue, String> words(String text) {
        var stripped = text.strip();
        var sound = !stripped.isEmpty()
                && stripped.length() <= LONGEST
                && stripped.chars().noneMatch(Character::isISOControl);
        return sound
                ? Either.right(stripped)
                : Either.left(new InvalidValue("text", text, "1 to " + LONGEST + " characters in one line"));
    }

    /** A number as machines read it: no exponent, no thousands separator, a point before the decimals. */
    static Either<InvalidValue, String> number(String text) {
        var stripped = text.strip();
        return stripped.matches("[0-9]{1,15}(\\.[0-9]{1,10})?")
                ? Either.right(stripped)
                : Either.left(new InvalidValue("number", text, "a plain number such as 1234.50, with a decimal point"));
    }

    /** A fault where this key was met in an earlier line; {@code met} remembers the lines. */
    <K> void unique(String column, K key, Map<K, Long> met) {
        var earlier = met.putIfAbsent(key, line);
        if (earlier != null) {
            fault(Kind.DUPLICATE, column, "a value of its own; line " + earlier + " has this one");
        }
    }

    /** The same for a key that stands in more than one column. */
    <K> void uniqueTogether(List<String> columns, K key, Map<K, Long> met) {
        var earlier = met.putIfAbsent(key, line);
        if (earlier != null) {
            sound = false;
            faults.add(new CsvFault(
                    Kind.DUPLICATE,
                    file,
                    line,
                    String.join(" and ", columns),
                    key.toString(),
                    "values of its own; line " + earlier + " has these"));
        }
    }

    /** Where it stands in the file, counted from 1. */
    long line() {
        return line;
    }

    /** A fault of a column whose value cannot stand beside the others. */
    void contradiction(String column, String accepted) {
        fault(Kind.INVALID_VALUE, column, accepted);
    }

    private void fault(Kind kind, String column, String accepted) {
        sound = false;
        faults.add(new CsvFault(kind, file, line, column, text(column), accepted));
    }

    private String text(String column) {
        return Objects.requireNonNull(values.get(column), column);
    }
}
