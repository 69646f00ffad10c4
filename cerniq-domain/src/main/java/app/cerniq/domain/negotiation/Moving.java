package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import io.vavr.control.Either;
import java.util.Optional;

/** Moving a deal from state to state. The table of legal moves is not here: it stands in the rules. */
public final class Moving extends Conduct {

    Moving(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /**
     * Moves as the permit says.
     *
     * @param reason why, for the history; at most 500 characters
     * @param loss why the deal was lost, where it goes to DEAD
     */
    public Either<NegotiationRefusal, Accepted> advance(
            TransitionPermit permit, TransitionTrigger trigger, String reason, Optional<LossReason> loss) {
        return unlessOverruled(() -> permit.isFor(deal, stamp.actor())
                ? yes(new StateChanged(
                        permit.from(),
                        permit.to(),
                        trigger,
                        reason,
                        permit.to() == NegotiationState.DEAD ? loss : Optional.empty(),
                        permit.because().rules(),
                        permit.because().pack()))
                : no(new NegotiationRefusal.PermitNotApplicable(
                        permit.toString(),
                        "a permit for " + deal.id() + " version " + deal.version() + " from " + deal.state()
                                + ", made out to " + stamp.by())));
    }
}
