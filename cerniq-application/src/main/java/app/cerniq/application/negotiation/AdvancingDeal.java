package app.cerniq.application.negotiation;

import app.cerniq.application.negotiation.NegotiationCommand.Advance;
import app.cerniq.application.negotiation.NegotiationCommand.Resurrect;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.MoveCondition;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.OutdatedPrice;
import app.cerniq.ports.negotiation.MovePolicy;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moving a deal: the policy is asked for a permit, and the deal moves with it or not at all. */
final class AdvancingDeal {

    private final MovePolicy moves;
    private final Repricing repricing;

    AdvancingDeal(MovePolicy moves, Repricing repricing) {
        this.moves = moves;
        this.repricing = repricing;
    }

    Either<NegotiationRefusal, Accepted> advance(Situation situation, Advance command) {
        return move(situation, command, Set.of());
    }

    Either<NegotiationRefusal, Accepted> resurrect(Situation situation, Resurrect command) {
        var back = new Advance(NegotiationState.DISCOVERY, command.trigger(), command.reason(), Optional.empty());
        return move(situation, back, Set.of(MoveCondition.RESURRECTION));
    }

    private Either<NegotiationRefusal, Accepted> move(
            Situation situation, Advance command, Set<MoveCondition> brought) {
        var stamp = situation.stamp();
        return moves.permit(situation.deal(), command.to(), stamp.actor(), stamp.at(), brought)
                .flatMap(permit -> {
                    situation.restingOn(permit.because());
                    var moving = situation.deal().moving(stamp);
                    var outdated =
                            moving.reopens(command.to()) ? repricing.outdated(situation) : List.<OutdatedPrice>of();
                    return moving.advance(permit, command.trigger(), command.reason(), command.loss(), outdated);
                });
    }
}
