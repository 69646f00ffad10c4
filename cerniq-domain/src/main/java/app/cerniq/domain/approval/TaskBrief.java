package app.cerniq.domain.approval;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody should know before deciding.
 *
 * @param context facts by name, for example {@code tier} and {@code MANAGER}: at most 20; a name has 1 to 50 letters, digits,
 *     dots and underscores and begins with a letter, a fact 1 to 200 characters; without personal data of a customer
 * @param asked the value that is asked for, for example {@code 25 %}, 1 to 2,000 characters; empty where there is none.
 *     History keeps it beside the value that was granted
 */
public record TaskBrief(Map<String, String> context, Optional<String> asked) {

    /** Nothing beyond the title. */
    public static final TaskBrief NONE = new TaskBrief(Map.of(), Optional.empty());

    private static final int MOST = 20;
    private static final int LONGEST_FACT = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,49}");

    public TaskBrief {
        if (context.size() > MOST) {
            throw new IllegalArgumentException("A task has at most " + MOST + " facts, not " + context.size() + ".");
        }
        context.forEach((name, fact) -> {
            if (!NAME.matcher(name).matches() || fact.isBlank() || fact.length() > LONGEST_FACT) {
                throw new IllegalArgumentException(
                        "A fact has a name of 1 to 50 letters, digits, dots and underscores and 1 to " + LONGEST_FACT
                                + " characters; \"" + name + "\" has not.");
            }
        });
        context = Collections.unmodifiableMap(new TreeMap<>(context));
        asked.ifPresent(HumanTaskEntry::checkValue);
    }

    /** That something is asked for. */
    public static TaskBrief asking(String value) {
        return new TaskBrief(Map.of(), Optional.of(value));
    }

    /** This brief and one more fact. */
    public TaskBrief and(String name, String fact) {
        var more = new TreeMap<>(context);
        more.put(name, fact);
        return new TaskBrief(more, asked);
    }

    /** A fact by its name; empty where the brief has none of that name. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(context.get(name));
    }
}
