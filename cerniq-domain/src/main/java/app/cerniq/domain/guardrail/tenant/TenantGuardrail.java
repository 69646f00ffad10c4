package app.cerniq.domain.guardrail.tenant;

import java.util.List;
import java.util.Optional;

/**
 * One guardrail of a tenant.
 *
 * @param code unique in its pack: capitals, digits and dashes, up to 40 characters
 * @param name 1 to 100 characters
 * @param priority 0 to 1,000; the higher is named first
 * @param when all of them must hold, 1 to {@link #MOST_CONDITIONS}
 * @param message what whoever writes the text anew is told, 1 to 500 characters
 * @param fallback what the customer may be told instead, up to 500 characters
 */
public record TenantGuardrail(
        String code,
        String name,
        int priority,
        List<Condition> when,
        Action action,
        String message,
        Optional<String> fallback) {

    /** The most conditions of one guardrail. */
    public static final int MOST_CONDITIONS = 10;

    /** The longest name. */
    public static final int LONGEST_NAME = 100;

    /** The longest message or fallback. */
    public static final int LONGEST_TEXT = 500;

    /** The highest priority. */
    public static final int HIGHEST = 1_000;

    /** What a code looks like. */
    public static final String CODE = "[A-Z][A-Z0-9-]{0,39}";

    public TenantGuardrail {
        when = List.copyOf(when);
        if (!code.matches(CODE)
                || !isText(name, LONGEST_NAME)
                || priority < 0
                || priority > HIGHEST
                || when.isEmpty()
                || when.size() > MOST_CONDITIONS
                || !isText(message, LONGEST_TEXT)
                || fallback.filter(text -> !isText(text, LONGEST_TEXT)).isPresent()) {
            throw new IllegalArgumentException("Guardrail " + code + " is out of bounds.");
        }
    }

    /** Whether a text has 1 to so many characters and no control characters. */
    public static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }
}
