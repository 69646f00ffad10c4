package app.cerniq.domain.guardrail;

import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Decision;
import java.util.List;

/**
 * Whether a text may leave, and why.
 *
 * @param text the hash of exactly the text that was looked at; no other may be sent on it (B9)
 * @param claims everything the text says, in its order, with the rows that bear it out: the evidence ledger
 * @param violations what is wrong, the worst first
 * @param because the rules that fired and the facts they saw
 */
public record Verdict(
        ContentHash text, List<BoundClaim> claims, List<Violation> violations, List<Decision<?>> because) {

    public Verdict {
        claims = List.copyOf(claims);
        violations = List.copyOf(violations);
        because = List.copyOf(because);
    }

    /** Whether the text may leave; warnings may remain. */
    public boolean passes() {
        return violations.stream().noneMatch(violation -> violation.severity().refuses());
    }

    /** The hash under which a text is known. */
    public static ContentHash hash(String text) {
        return ContentHash.of(List.of(text));
    }
}
