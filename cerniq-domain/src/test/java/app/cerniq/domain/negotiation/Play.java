package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A deal that is being played: as it stands, and all that happened to it. It issues its own permits, which nobody
 * outside a test may do.
 */
record Play(Negotiation deal, List<Change> history) {

    /** What every permit of a play rests on. */
    static final Decision<String> GRANT = new Decision<>(
            "PERMITTED",
            List.of("As the test wants."),
            List.of(new RuleName("TEST-2 a play needs no rules")),
            Deals.ID,
            new PackVersion("test"));

    static Play of(Accepted opening) {
        return new Play(opening.next(), List.of(opening.change()));
    }

    /** After one more decision, which must not be refused. */
    Play then(Function<Negotiation, Either<NegotiationRefusal, Accepted>> decision) {
        var accepted = decision.apply(deal).getOrElseThrow(refusal -> new AssertionError(refusal.describe()));
        return new Play(
                accepted.next(),
                Stream.concat(history.stream(), Stream.of(accepted.change())).toList());
    }

    /** After a move that needs no explanation. */
    Play to(NegotiationState state, Actor actor, Instant at) {
        return then(deal -> deal.moving(new Stamp(actor, at))
                .advance(permit(deal, state, actor), TransitionTrigger.USER_ACTION, "on we go", Optional.empty()));
    }

    /** After the deal was lost. */
    Play lost(LossReason why, Actor actor, Instant at) {
        return then(deal -> deal.moving(new Stamp(actor, at))
                .advance(
                        permit(deal, NegotiationState.DEAD, actor),
                        TransitionTrigger.USER_ACTION,
                        "nothing to be done",
                        Optional.of(why)));
    }

    /** A permit as the policy would make it out. */
    static TransitionPermit permit(Negotiation deal, NegotiationState to, Actor actor) {
        return TransitionPermit.issue(deal, to, actor, GRANT);
    }
}
