package app.cerniq.domain.conversation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment plan that came up. It is a wish until a person approves it, and never promised before. Source: source document
 * 003, payment_plan_attempts; specification, section 4.5.
 *
 * @param fromCustomer whether the customer proposed it; otherwise a model did
 * @param standing what the rules, or a person, say about it
 * @param decidedBy who approved or rejected it, where a person did
 */
public record PlanProposal(
        UUID id,
        ConversationId conversation,
        PaymentPlan plan,
        boolean fromCustomer,
        Standing standing,
        Optional<ActorRef> decidedBy,
        Instant at) {

    /** How a plan stands. */
    public enum Standing {
        /** The rules allow it; a person has to agree. */
        NEEDS_APPROVAL,
        /** The rules forbid it. */
        FORBIDDEN,
        APPROVED,
        REJECTED
    }

    /** A person agrees or does not; only a plan that the rules allow can be approved. */
    public Either<ConversationRefusal, PlanProposal> decide(boolean approves, Actor by) {
        if (by.kind() != ActorKind.USER) {
            return left(new ConversationRefusal.OnlyForPeople(by.kind().word() + " " + by.label()));
        }
        if (standing != Standing.NEEDS_APPROVAL) {
            return left(new ConversationRefusal.PlanDecided(id, standing));
        }
        return right(new PlanProposal(
                id,
                conversation,
                plan,
                fromCustomer,
                approves ? Standing.APPROVED : Standing.REJECTED,
                Optional.of(ActorRef.of(by)),
                at));
    }
}
