package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.DeadlinePassed;
import app.cerniq.domain.negotiation.NegotiationEvent.SessionClosed;
import app.cerniq.domain.shared.Decision;
import io.vavr.control.Either;
import java.util.Optional;

/** What follows where time has passed and nobody did anything. */
public final class Waiting extends Conduct {

    Waiting(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /** The refusal to let a timer fire that is not the one that stands, or is not due yet; or nothing. */
    public Optional<NegotiationRefusal> notDue(DealTimer timer, Optional<Deadline> standing) {
        var isDue = standing.map(deadline -> deadline.timer() == timer && deadline.isPassedAt(stamp.at()))
                .orElse(false);
        return isDue ? Optional.empty() : Optional.of(new NegotiationRefusal.NotDue(timer, standing));
    }

    /** Notes that a deadline passed that moves nothing. */
    public Either<NegotiationRefusal, Accepted> note(Deadline passed, Decision<?> because) {
        return unlessOverruled(() -> notDue(passed.timer(), Optional.of(passed))
                .map(Conduct::no)
                .orElseGet(
                        () -> yes(new DeadlinePassed(passed.timer(), passed.at(), because.rules(), because.pack()))));
    }

    /** Closes the agent's session if it is over. */
    public Either<NegotiationRefusal, Accepted> closeSession(String sessionId) {
        var isOver = deal.session()
                .map(session -> session.id().equals(sessionId) && session.isOverAt(stamp.at()))
                .orElse(false);
        return unlessOverruled(() -> isOver
                ? yes(new SessionClosed(sessionId))
                : no(new NegotiationRefusal.SessionAlive(sessionId, deal.session())));
    }
}
