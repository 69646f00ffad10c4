package app.cerniq.application.negotiation;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.negotiation.NegotiationCommand.ReserveStock;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.NegotiationEvent.StateChanged;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationRefusal.NotEnoughStock;
import app.cerniq.domain.negotiation.NegotiationRefusal.NothingToHold;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.Stocking;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.domain.stock.Shortage;
import app.cerniq.domain.stock.StockPosition;
import app.cerniq.ports.stock.HoldPolicy;
import app.cerniq.ports.stock.HoldQuestion;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is held of the goods follows the quote and the state of the deal, in the same commit. */
final class KeepingStock {

    private final FindingGoods goods;
    private final HoldPolicy holds;
    private final RevisingQuote quotes;

    KeepingStock(FindingGoods goods, HoldPolicy holds, RevisingQuote quotes) {
        this.goods = goods;
        this.holds = holds;
        this.quotes = quotes;
    }

    /** The decision with all that it means for the goods; or the refusal, where they are not there. */
    Either<NegotiationRefusal, Accepted> follow(Situation situation, Accepted accepted) {
        var stocking = situation.deal().stocking(situation.stamp());
        var need = stocking.needOf(accepted);
        if (need.wanted().isEmpty()) {
            return right(stocking.follow(accepted, Found.NOTHING, timeToLive(situation, accepted)));
        }
        return goods.find(situation, need)
                .map(found -> stocking.follow(accepted, found, timeToLive(situation, accepted)));
    }

    /** Holds the goods of the quote; where there are too few, what there is, if the command says so. */
    Either<NegotiationRefusal, Accepted> reserve(Situation situation, ReserveStock command) {
        var stocking = situation.deal().stocking(situation.stamp());
        var decision = situation.restingOn(
                holds.decide(new HoldQuestion(situation.deal().state())));
        var fault = stocking.holdFault(command.quote(), decision);
        if (fault.isPresent()) {
            return left(fault.get());
        }
        var need = stocking.needToHold();
        var positions = goods.positions(situation, need);
        var found = goods.find(need, positions);
        return command.onShortage() == ReserveStock.OnShortage.CUT_QUOTE
                        && found.isLeft()
                        && found.getLeft() instanceof NotEnoughStock missing
                ? cut(situation, missing, positions, decision)
                : found.flatMap(all -> stocking.hold(command.quote(), all, decision));
    }

    private Either<NegotiationRefusal, Accepted> cut(
            Situation situation,
            NotEnoughStock missing,
            Map<Sku, StockPosition> positions,
            Decision<Optional<Duration>> decision) {
        var stocking = situation.deal().stocking(situation.stamp());
        var available =
                missing.shortages().stream().collect(Collectors.toUnmodifiableMap(Shortage::sku, Shortage::available));
        return quotes.cutTo(situation, available)
                .flatMap(accepted -> goods.find(stocking.needFor(accepted), positions)
                        .flatMap(found -> stocking.holdToo(accepted, found, decision)))
                .mapLeft(refusal -> refusal instanceof NothingToHold ? missing : refusal);
    }

    Either<NegotiationRefusal, Accepted> release(Situation situation, ReleaseReason reason, String note) {
        return situation.deal().stocking(situation.stamp()).release(reason, note);
    }

    /** How long goods are held where the deal goes; asked only where it goes somewhere with goods. */
    private Optional<Duration> timeToLive(Situation situation, Accepted accepted) {
        var isHolding = situation.deal().heldAt(situation.stamp().at()).isPresent();
        var moves = accepted.change().events().stream().anyMatch(StateChanged.class::isInstance);
        NegotiationState next = accepted.next().state();
        return isHolding && moves && !next.equals(NegotiationState.INVOICED)
                ? situation.restingOn(holds.decide(new HoldQuestion(next))).outcome()
                : Optional.empty();
    }

    /** What there is, as if nothing were held for this very deal. */
    Map<Sku, StockPosition> positions(Situation situation) {
        var held = situation.deal().heldAt(situation.stamp().at());
        return goods.positions(
                situation,
                new Stocking.Need(
                        Stocking.quantities(situation.deal().bargain().lines()),
                        held.map(holding -> holding.reservations()).orElse(List.of())));
    }

    /** A refusal for want of goods, with what could be had instead. */
    NegotiationRefusal advised(Situation situation, NegotiationRefusal refusal) {
        return goods.advised(situation, refusal);
    }
}
