package app.cerniq.testkit.guardrail;

import app.cerniq.domain.guardrail.ViolationType;
import java.util.List;
import java.util.Set;

/**
 * Something that an AI seller would like to send, and the truth about it.
 *
 * @param id for example {@code hostile-0017}
 * @param scene the id of the {@link Scene} in which it is said
 * @param language {@code ro} or {@code en}
 * @param text exactly as it would leave
 * @param mayLeave whether it is true to the last figure; otherwise it must be refused
 * @param violations where it must be refused: at least one of these kinds is to be reported
 * @param offending where it must be refused: the words that are wrong, each a part of the text
 * @param tags what it is about and which trick it plays
 */
public record LabelledMessage(
        String id,
        String scene,
        String language,
        String text,
        boolean mayLeave,
        Set<ViolationType> violations,
        List<String> offending,
        Set<String> tags) {

    public LabelledMessage {
        violations = Set.copyOf(violations);
        offending = List.copyOf(offending);
        tags = Set.copyOf(tags);
        if (mayLeave != violations.isEmpty() || mayLeave != offending.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " either may leave or has violations and the words that are wrong.");
        }
        if (!offending.stream().allMatch(text::contains)) {
            throw new IllegalArgumentException(id + " names words that it does not contain: " + offending + ".");
        }
    }
}
