package app.cerniq.domain.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.guardrail.BoundClaim;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Verdict;
import app.cerniq.domain.negotiation.Control;
import app.cerniq.domain.negotiation.NegotiationId;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * A message that may leave, with what proves it (I5). There is no other way to make one that a machine sends: without a
 * verdict that passed, of exactly this text, and a row behind every claim, it is refused.
 *
 * @param verdict empty for what a person writes, and for the safe reply
 */
public record Sending(Message message, Optional<Verdict> verdict) {

    public Sending {
        if (!message.origin().leaves()) {
            throw new IllegalArgumentException("What comes from " + message.origin() + " does not leave.");
        }
        if (message.origin() == Origin.SAFE_REPLY && !SafeReply.is(message.text())) {
            throw new IllegalArgumentException("A safe reply is one of ours.");
        }
        if (message.origin().needsVerdict()
                && verdict.filter(it -> covers(message, it)).isEmpty()) {
            throw new IllegalArgumentException(
                    "An automated text leaves with a verdict that passed, of exactly its words,"
                            + " and a row behind every claim.");
        }
    }

    /** A text of a machine, if the verdict is about it and bears it out. */
    public static Either<ConversationRefusal, Sending> proven(Message message, Verdict verdict) {
        return covers(message, verdict)
                ? right(new Sending(message, Optional.of(verdict)))
                : left(new ConversationRefusal.Unverified(message.hash(), verdict.text()));
    }

    /** Whether a deal lets automation speak at all (I6). */
    public static Either<ConversationRefusal, Control> permitted(NegotiationId deal, Control control) {
        return control.humanControlled() || !control.aiEnabled()
                ? left(new ConversationRefusal.HumanHasIt(deal))
                : right(control);
    }

    private static boolean covers(Message message, Verdict verdict) {
        return verdict.passes()
                && verdict.text().equals(message.hash())
                && verdict.claims().stream().allMatch(Sending::isBorneOut);
    }

    /** Phrases promise nothing by themselves: the rules say which of them are refused. */
    private static boolean isBorneOut(BoundClaim bound) {
        return bound.row().isPresent() || bound.claim() instanceof Claim.Phrase;
    }
}
