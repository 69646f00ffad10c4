package app.cerniq.benchmarks.transitions;

import app.cerniq.benchmarks.transitions.Recording.Sent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends for a transition, as a script for pgbench: the same statements with the same parameters, in the
 * same two round trips. What is alike in every transition is a variable with the recorded value; what changes from one to
 * the next is made of counters or by the server, since pgbench can compute nothing but numbers.
 */
final class PgbenchScript {

    /** One transition as it was heard: the read and the commit, and what it was about. */
    record Heard(Sent load, Sent commit, long deal, long version, String key) {}

    private static final String COUNTING = """
            \\set seq :seq + 1
            \\set pass :seq / :deals
            \\set turn :pass % 2
            \\set deal :first + :client_id * :deals + :seq % :deals
            \\set expected :start + :pass
            \\set version :expected + 1
            """;

    private static final String DEAL = "('" + Deals.DEAL + "' || :deal::text)::uuid";
    private static final String LEAD = "('" + Deals.LEAD + "' || :deal::text)::uuid";
    private static final String KEY = "('bench ' || :run::text || ' ' || :client_id::text || ' ' || :seq::text)";

    private final Map<String, String> variables = new TreeMap<>();
    private final String text;

    /**
     * A script that moves each deal on and back again.
     *
     * @param heard four moves of one deal: on, back, on and back
     */
    PgbenchScript(List<Heard> heard) {
        var on = commit("on", heard.get(0), heard.get(2));
        var back = commit("back", heard.get(1), heard.get(3));
        var load = pipelined("load", heard.get(0).load(), heard.get(2).load(), heard.get(0));
        this.text = COUNTING + load + "\\if :turn = 0\n" + on + "\\else\n" + back + "\\endif\n";
    }

    String text() {
        return text;
    }

    /** The variables that are alike in every transition. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    private String commit(String name, Heard once, Heard again) {
        return pipelined(name, once.commit(), again.commit(), once);
    }

    private String pipelined(String name, Sent once, Sent again, Heard about) {
        if (!once.sql().equals(again.sql())) {
            throw new IllegalStateException("Two moves of a kind are two statements: " + once.sql());
        }
        var parts = once.sql().split("\\?", -1);
        var sql = new StringBuilder("\\startpipeline\n");
        for (var i = 1; i < parts.length; i++) {
            sql.append(parts[i - 1])
                    .append(expression(
                            name + i, once.values().get(i), again.values().get(i), about));
        }
        return sql.append(parts[parts.length - 1]).append(";\n\\endpipeline\n").toString();
    }

    private String expression(String name, @Nullable Object once, @Nullable Object again, Heard about) { // null: null
        if (once == null) {
            return ":" + name; // pgbench sends null where a variable has no value
        }
        if (once.equals(Deals.id(about.deal()).value())) {
            return DEAL;
        }
        if (once.equals(Deals.lead(about.deal()))) {
            return LEAD;
        }
        if (once.equals(about.key())) {
            return KEY;
        }
        return once.equals(again) ? variable(name, once) : changing(name, once, about);
    }

    private String changing(String name, Object value, Heard about) {
        if (value instanceof Number number) {
            return number.longValue() == about.version() ? ":expected" : ":version";
        }
        if (value instanceof OffsetDateTime) {
            return "now()";
        }
        if (value instanceof Recording.Texts) {
            return "array[uuidv7()::text]";
        }
        return variable(name, value);
    }

    private String variable(String name, Object value) {
        variables.put(name, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
        return ":" + name;
    }
}
