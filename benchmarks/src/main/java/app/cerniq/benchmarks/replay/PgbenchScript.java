package app.cerniq.benchmarks.replay;

import app.cerniq.benchmarks.replay.Recording.Many;
import app.cerniq.benchmarks.replay.Recording.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends for commands, as a script for pgbench: the same statements with the same parameters, in the
 * same pipelined round trips. What is alike every time is a variable with the recorded value; what changes from one to
 * the next is made of counters or by the server, since pgbench can compute nothing but numbers.
 */
final class PgbenchScript {

    static final String DEAL = "('" + Deals.DEAL + "' || :deal::text)::uuid";
    static final String LEAD = "('" + Deals.LEAD + "' || :deal::text)::uuid";
    static final String KEY = "('bench ' || :run::text || ' ' || :client_id::text || ' ' || :seq::text)";

    private static final String FRESH = "uuidv7()::text";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REMARK = Pattern.compile("(?m)^\\s*--.*\\R");

    private static final String COUNTING = """
            \\set seq :seq + 1
            \\set pass :seq / :deals
            \\set deal :first + :client_id * :deals + :seq %% :deals
            \\set expected :start + :pass
            \\set version :expected + 1
            \\set kind :deal %% %d * %d + :pass %% %2$d
            """;

    /** A command on a kind of deal, heard twice of the same deal. */
    record Kind(Heard once, Heard again) {}

    private final Map<String, String> variables = new TreeMap<>();
    private final String text;

    /**
     * A script that gives the commands of a course in turn.
     *
     * @param kinds every command for the first kind of deals, then for the next
     */
    PgbenchScript(Course course, List<Kind> kinds) {
        var script = new StringBuilder(
                        COUNTING.formatted(course.kinds(), course.commands().size()))
                .append(course.counting());
        for (var i = 0; i < kinds.size(); i++) {
            script.append(i == 0 ? "\\if" : "\\elif")
                    .append(" :kind = ")
                    .append(i)
                    .append('\n');
            script.append(command("k" + i + "_", kinds.get(i)));
        }
        this.text = script.append("\\endif\n").toString();
    }

    String text() {
        return text;
    }

    /** The variables that are alike every time. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    private String command(String name, Kind kind) {
        var once = kind.once().sent();
        var again = kind.again().sent();
        if (once.size() != again.size()) {
            throw new IllegalStateException(
                    "A command of a kind once takes " + once.size() + " round trips, and once " + again.size() + ".");
        }
        var script = new StringBuilder();
        for (var i = 0; i < once.size(); i++) {
            script.append(pipelined(name + i + "_", once.get(i), again.get(i), kind));
        }
        return script.toString();
    }

    private String pipelined(String name, Sent once, Sent again, Kind kind) {
        if (!once.sql().equals(again.sql())) {
            throw new IllegalStateException("Two commands of a kind are two statements: " + once.sql());
        }
        var parts = REMARK.matcher(once.sql()).replaceAll("").split("\\?", -1);
        var sql = new StringBuilder("\\startpipeline\n");
        for (var i = 1; i < parts.length; i++) {
            sql.append(parts[i - 1])
                    .append(expression(
                            name + i, once.values().get(i), again.values().get(i), kind));
        }
        return sql.append(parts[parts.length - 1]).append(";\n\\endpipeline\n").toString();
    }

    private String expression(String name, @Nullable Object once, @Nullable Object again, Kind kind) { // null: null
        if (once == null || again == null) {
            return ":" + name; // pgbench sends null where a variable has no value
        }
        var made = Optional.ofNullable(kind.once().made().get(once));
        if (made.isPresent()) {
            return made.get();
        }
        if (once instanceof OffsetDateTime then) {
            return instant(name, then, (OffsetDateTime) again, kind);
        }
        if (once instanceof Many many && isMade(many, !once.equals(again), kind)) {
            return many.each().stream()
                    .map(value -> kind.once().made().getOrDefault(value, FRESH))
                    .collect(Collectors.joining(", ", "array[", "]"));
        }
        if (once instanceof Number number && !once.equals(again)) {
            return number.longValue() == kind.once().version() ? ":expected" : ":version";
        }
        return variable(name, once);
    }

    private static boolean isMade(Many many, boolean isChanging, Kind kind) {
        return !many.each().isEmpty()
                && many.each().stream()
                        .allMatch(value -> kind.once().made().containsKey(value)
                                || (isChanging && ID.matcher(value.toString()).matches()));
    }

    /** A time that is as far from that of the command whenever it is given is told from the server's clock. */
    private String instant(String name, OffsetDateTime once, OffsetDateTime again, Kind kind) {
        var from = Duration.between(kind.once().at(), once.toInstant());
        if (!from.equals(Duration.between(kind.again().at(), again.toInstant()))) {
            return variable(name, once);
        }
        return from.isZero() ? "now()" : "(now() + interval '" + from.toSeconds() + " seconds')";
    }

    private String variable(String name, Object value) {
        variables.put(name, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
        return ":" + name;
    }
}
