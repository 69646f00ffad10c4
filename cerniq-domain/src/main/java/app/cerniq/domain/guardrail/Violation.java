package app.cerniq.domain.guardrail;

import app.cerniq.domain.shared.RuleName;
import java.util.Optional;

/**
 * What is wrong with a text. Also the feedback that whoever writes it anew gets.
 *
 * @param check the finer name, for example {@code PRICE_ABOVE_LIST}: upper case, 1 to 60 characters
 * @param span where; empty where the whole text is meant
 * @param given what the text says, 1 to 500 characters
 * @param accepted what would be true or allowed instead, 1 to 500 characters
 * @param correction the text that could stand in the span's place, where one is certain
 * @param rule the rule that found it
 */
public record Violation(
        ViolationType type,
        String check,
        Severity severity,
        Optional<Span> span,
        String given,
        String accepted,
        Optional<String> correction,
        RuleName rule) {

    /** Whether two texts have the same fault: same check of the same words. */
    public boolean repeats(Violation earlier) {
        return check.equals(earlier.check) && given.equals(earlier.given);
    }
}
