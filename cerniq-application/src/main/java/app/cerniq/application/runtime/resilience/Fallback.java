package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import java.util.List;
import java.util.function.Function;

/**
 * Who is asked one after the other until somebody answers: the first language model, then another, and at the end whoever
 * takes over. It belongs to one caller and is never hung onto a shared breaker (B25). Only for questions that may be asked
 * twice: a call without an answer goes on to the next one.
 *
 * @param inOrder at least one
 * @param atTheEnd what is answered where nobody did; gets the last failure
 */
public record Fallback<Q, A>(List<Function<Q, Outcome<A>>> inOrder, Function<Failure, Outcome<A>> atTheEnd) {

    public Fallback {
        inOrder = List.copyOf(inOrder);
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("Somebody has to be asked first.");
        }
    }

    /** The first answer, a refusal included: whoever understood and said no is not asked around. */
    public Outcome<A> ask(Q question) {
        var outcome = inOrder.get(0).apply(question);
        for (var next : inOrder.subList(1, inOrder.size())) {
            if (isAnswer(outcome)) {
                return outcome;
            }
            outcome = next.apply(question);
        }
        return isAnswer(outcome) ? outcome : atTheEnd.apply(failureOf(outcome));
    }

    private static boolean isAnswer(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused;
    }

    private static Failure failureOf(Outcome<?> outcome) {
        return outcome instanceof Outcome.Unavailable<?> unavailable
                ? unavailable.failure()
                : ((Outcome.Unknown<?>) outcome).failure();
    }
}
