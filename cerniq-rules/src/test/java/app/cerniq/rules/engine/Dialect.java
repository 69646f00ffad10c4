package app.cerniq.rules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of DRL that a rule of ours may be written in: one fact, named fields compared with constants or with one
 * another, one action out of a closed list. What it leaves out cannot be said at all: no bound variables (a session
 * without locks shares those with its neighbours), no order among rules, no code.
 */
final class Dialect {

    private static final String NAME = "[a-z][A-Za-z0-9]*";
    private static final String TYPE = "[A-Z][A-Za-z0-9]*";
    private static final String CONSTANT = TYPE + "\\.[A-Z][A-Z0-9_]*";
    private static final String VALUE = "(?:" + CONSTANT + "|true|false|\\d+|" + NAME + ")";
    private static final String GUARD = NAME + " (?:==|<|<=|>|>=) " + VALUE;
    private static final String PACKAGE = NAME + "(?:\\." + NAME + ")+";

    private static final Pattern HEADER = Pattern.compile("package " + PACKAGE + ";\\n\\n"
            + "(?:import " + PACKAGE + "\\." + TYPE + ";\\n)+\\n"
            + "global " + PACKAGE + "\\." + TYPE + " findings;\\n");

    private static final Pattern RULE = Pattern.compile("rule \"([A-Z]+-\\d{2}) [^\"\\n]+\"\\n"
            + "when (" + TYPE + ")\\((" + GUARD + "(?:,(?: |\\n {8})" + GUARD + ")*)\\)\\n"
            + "then findings\\.(" + NAME + ")\\((?:" + CONSTANT + "|\\d+)?\\); end\\n");

    private static final Pattern FIELD = Pattern.compile("\\b(?!(?:true|false)\\b)" + NAME);

    private Dialect() {}

    /** A rule as the dialect reads it. */
    record Rule(String id, String fact, List<String> fields, String action) {}

    /** Reads a file, or throws {@link IllegalArgumentException} with the line where it leaves the dialect. */
    static List<Rule> read(String file, String text) {
        var withoutComments = text.replaceAll("(?m)^//.*\\n", "\n").stripLeading();
        var skipped = lines(text) - lines(withoutComments);
        var header = HEADER.matcher(withoutComments);
        if (!header.lookingAt()) {
            throw new IllegalArgumentException(file + ":" + (skipped + 1) + ": not a header of the dialect");
        }
        var rules = new ArrayList<Rule>();
        var position = header.end();
        while (position < withoutComments.length()) {
            if (withoutComments.charAt(position) == '\n') {
                position++;
                continue;
            }
            var rule = RULE.matcher(withoutComments).region(position, withoutComments.length());
            if (!rule.lookingAt()) {
                var line = skipped + lines(withoutComments.substring(0, position)) + 1;
                throw new IllegalArgumentException(file + ":" + line + ": not a rule of the dialect");
            }
            rules.add(new Rule(rule.group(1), rule.group(2), fields(rule.group(3)), rule.group(4)));
            position = rule.end();
        }
        return rules;
    }

    private static List<String> fields(String guards) {
        return FIELD.matcher(guards).results().map(MatchResult::group).toList();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
