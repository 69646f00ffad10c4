package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.PricesCompared;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.pricing.OutdatedPrice;
import io.vavr.control.Either;
import java.util.List;
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
        return advance(permit, trigger, reason, loss, List.of());
    }

    /** Whether a move to a state reopens a quote that was closed, so that its prices have to be compared with today's. */
    public boolean reopens(NegotiationState to) {
        return to == NegotiationState.NEGOTIATION
                && (deal.state() == NegotiationState.CLOSING || deal.state() == NegotiationState.PROFORMA_SENT);
    }

    /**
     * Moves as the permit says, and notes which quoted prices are others today.
     *
     * @param outdated only where the move {@link #reopens} the quote; elsewhere the prices were agreed to and stand
     */
    public Either<NegotiationRefusal, Accepted> advance(
            TransitionPermit permit,
            TransitionTrigger trigger,
            String reason,
            Optional<LossReason> loss,
            List<OutdatedPrice> outdated) {
        return unlessOverruled(() -> permit.isFor(deal, stamp.actor())
                ? yes(moved(permit, trigger, reason, loss, outdated))
                : no(new NegotiationRefusal.PermitNotApplicable(
                        permit.toString(),
                        "a permit for " + deal.id() + " version " + deal.version() + " from " + deal.state()
                                + ", made out to " + stamp.by())));
    }

    private List<NegotiationEvent> moved(
            TransitionPermit permit,
            TransitionTrigger trigger,
            String reason,
            Optional<LossReason> loss,
            List<OutdatedPrice> outdated) {
        var moved = new StateChanged(
                permit.from(),
                permit.to(),
                trigger,
                reason,
                permit.to() == NegotiationState.DEAD ? loss : Optional.empty(),
                permit.because().rules(),
                permit.because().pack());
        var news = reopens(permit.to()) && !outdated.equals(deal.bargain().outdated());
        return news ? List.of(moved, new PricesCompared(outdated)) : List.of(moved);
    }
}
