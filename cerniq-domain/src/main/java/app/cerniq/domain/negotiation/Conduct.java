package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.ActorKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What every kind of decision on a negotiation shares: who asks, and how a yes becomes the next state. */
abstract class Conduct {

    final Negotiation deal;
    final Stamp stamp;

    Conduct(Negotiation deal, Stamp stamp) {
        this.deal = deal;
        this.stamp = stamp;
    }

    /** The decision, unless the actor is an agent and a human holds the deal. */
    final Either<NegotiationRefusal, Accepted> unlessOverruled(
            Supplier<Either<NegotiationRefusal, Accepted>> decision) {
        if (stamp.actor().kind() == ActorKind.AI_AGENT && deal.isHumanControlled()) {
            var because = deal.control().handoffReason().orElse("no reason was given");
            return no(new NegotiationRefusal.AgentOverruled(stamp.by().toString(), because));
        }
        return decision.get();
    }

    final Either<NegotiationRefusal, Accepted> yes(NegotiationEvent... events) {
        return yes(List.of(events));
    }

    final Either<NegotiationRefusal, Accepted> yes(List<NegotiationEvent> events) {
        var change = new Change(deal.id(), deal.version() + 1, stamp.by(), stamp.at(), events);
        return Either.right(new Accepted(deal.apply(change), change));
    }

    static Either<NegotiationRefusal, Accepted> no(NegotiationRefusal refusal) {
        return Either.left(refusal);
    }

    /** The refusal to go on with prices that were found to be others today, or nothing. */
    final Optional<NegotiationRefusal> outdatedPrices() {
        var outdated = deal.bargain().outdated();
        return outdated.isEmpty() ? Optional.empty() : Optional.of(new NegotiationRefusal.PricesOutdated(outdated));
    }

    /** The refusal for a command outside the states it belongs to, or nothing. */
    final Optional<NegotiationRefusal> outside(String command, NegotiationState... allowed) {
        return List.of(allowed).contains(deal.state())
                ? Optional.empty()
                : Optional.of(new NegotiationRefusal.WrongState(command, deal.state(), List.of(allowed)));
    }
}
