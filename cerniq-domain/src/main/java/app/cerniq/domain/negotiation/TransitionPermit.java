package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.Decision;

/**
 * The only way to a new state: it names one move of one version of one negotiation by one actor, and the decision that
 * granted it. Only the policy issues permits; the architecture test keeps {@link #issue} from being called by anybody
 * else, and the aggregate refuses a permit that was made out for another deal, version, state or actor.
 */
public final class TransitionPermit {

    private final NegotiationId negotiation;
    private final long version;
    private final NegotiationState from;
    private final NegotiationState to;
    private final Actor actor;
    private final Decision<?> because;

    private TransitionPermit(
            NegotiationId negotiation,
            long version,
            NegotiationState from,
            NegotiationState to,
            Actor actor,
            Decision<?> because) {
        this.negotiation = negotiation;
        this.version = version;
        this.from = from;
        this.to = to;
        this.actor = actor;
        this.because = because;
    }

    /** Makes out a permit for the negotiation as it stands; for the policy alone. */
    public static TransitionPermit issue(
            Negotiation negotiation, NegotiationState to, Actor actor, Decision<?> because) {
        return new TransitionPermit(negotiation.id(), negotiation.version(), negotiation.state(), to, actor, because);
    }

    public NegotiationState from() {
        return from;
    }

    public NegotiationState to() {
        return to;
    }

    public Actor actor() {
        return actor;
    }

    /** The decision that granted the move: rules, reasons, facts and pack version. */
    public Decision<?> because() {
        return because;
    }

    /** Whether this permit was made out for exactly this deal as it stands, and for this actor. */
    boolean isFor(Negotiation candidate, Actor candidateActor) {
        return negotiation.equals(candidate.id())
                && version == candidate.version()
                && from == candidate.state()
                && actor.equals(candidateActor);
    }

    @Override
    public String toString() {
        return "permit for " + negotiation.value() + " version " + version + " from " + from + " to " + to;
    }
}
