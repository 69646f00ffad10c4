package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;

import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.TimeOut;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.Deadline;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.TransitionTrigger;
import io.vavr.control.Either;
import java.util.Optional;

/** Letting a timer fire: whatever was true when the deadline was set, the rules are asked once more. */
final class TimingOut {

    private final SettingDeadline deadlines;
    private final AdvancingDeal moves;

    TimingOut(SettingDeadline deadlines, AdvancingDeal moves) {
        this.deadlines = deadlines;
        this.moves = moves;
    }

    Either<NegotiationRefusal, Accepted> timeOut(Situation situation, TimeOut command) {
        var deal = situation.deal();
        var decision = situation.restingOn(deadlines.timeoutOf(deal));
        var standing = SettingDeadline.of(deal, situation.limits(), decision);
        var waiting = deal.waiting(situation.stamp());
        var notDue = waiting.notDue(command.timer(), standing);
        if (notDue.isPresent()) {
            return left(notDue.get());
        }
        var to = decision.outcome().flatMap(timeout -> timeout.effect().to());
        return to.isEmpty()
                ? waiting.note(standing.orElseThrow(), decision)
                : moves.advance(situation, move(to.get(), standing.orElseThrow()));
    }

    private static Advance move(NegotiationState to, Deadline passed) {
        return new Advance(
                to,
                TransitionTrigger.TIMEOUT,
                passed.timer() + " at " + passed.at(),
                to == NegotiationState.DEAD ? Optional.of(LossReason.NO_RESPONSE) : Optional.empty());
    }
}
