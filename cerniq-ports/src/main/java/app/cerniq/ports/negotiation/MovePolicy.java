package app.cerniq.ports.negotiation;

import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.OpenMove;
import app.cerniq.domain.negotiation.TransitionPermit;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which moves are legal, for whom and on what conditions: the only issuer of permits. Thread-safe. */
public interface MovePolicy {

    /** The bare answer to a bare question; no permit, no aggregate. */
    Decision<MoveVerdict> decide(MoveQuestion question);

    /**
     * A permit for one move of one version of one negotiation by one actor, or the refusal that names the moves that are
     * open and the conditions that are missing.
     *
     * @param brought conditions that the command itself brings about, such as {@link MoveCondition#RESURRECTION}; they
     *     count as met beside those of {@link Negotiation#conditionsAt}
     */
    Either<NegotiationRefusal, TransitionPermit> permit(
            Negotiation negotiation, NegotiationState to, Actor actor, Instant at, Set<MoveCondition> brought);

    /** Every move out of the negotiation's state, each with the conditions still missing for this actor. */
    List<OpenMove> availableMoves(Negotiation negotiation, Actor actor, Instant at);

    /** The whole machine, read out of the rules in force by asking them. */
    MoveMap moves();
}
