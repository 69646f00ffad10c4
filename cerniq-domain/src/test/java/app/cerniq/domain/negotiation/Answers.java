package app.cerniq.domain.negotiation;

import io.vavr.control.Either;
import java.util.List;

/** What a decision answered. */
final class Answers {

    private Answers() {}

    /** What happened; a refusal fails the test. */
    static List<NegotiationEvent> events(Either<NegotiationRefusal, Accepted> decision) {
        return accepted(decision).change().events();
    }

    /** The deal after a decision; a refusal fails the test. */
    static Negotiation next(Either<NegotiationRefusal, Accepted> decision) {
        return accepted(decision).next();
    }

    /** Why not; a yes fails the test. */
    static NegotiationRefusal refusal(Either<NegotiationRefusal, Accepted> decision) {
        return decision.swap().getOrElseThrow(accepted -> new AssertionError("Not refused: " + accepted.change()));
    }

    private static Accepted accepted(Either<NegotiationRefusal, Accepted> decision) {
        return decision.getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
    }
}
