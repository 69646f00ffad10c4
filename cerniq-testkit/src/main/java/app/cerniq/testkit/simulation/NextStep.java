package app.cerniq.testkit.simulation;

import app.cerniq.domain.negotiation.Accepted;
import app.cerniq.domain.negotiation.LossReason;
import app.cerniq.domain.negotiation.Negotiation;
import app.cerniq.domain.negotiation.NegotiationRefusal;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.negotiation.PricedLine;
import app.cerniq.domain.negotiation.Stamp;
import app.cerniq.domain.negotiation.Stocking;
import app.cerniq.domain.negotiation.TransitionPermit;
import app.cerniq.domain.negotiation.TransitionTrigger;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import app.cerniq.domain.stock.Found;
import app.cerniq.domain.stock.ReleaseReason;
import app.cerniq.testkit.fixture.Goods;
import app.cerniq.testkit.fixture.Lines;
import app.cerniq.testkit.fixture.Play;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What a seller does next with a deal: something that its state allows, chosen by chance. */
final class NextStep {

    private static final int MOST_BAGS = 30;

    private final Market market;
    private final RandomGenerator random;
    private final Supplier<Duration> timeToLive;

    NextStep(Market market, RandomGenerator random, Supplier<Duration> timeToLive) {
        this.market = market;
        this.random = random;
        this.timeToLive = timeToLive;
    }

    Either<NegotiationRefusal, Accepted> of(
            Negotiation deal, Stamp stamp, Function<Stocking.Need, Either<NegotiationRefusal, Found>> find) {
        return switch (deal.state()) {
            case DISCOVERY ->
                deal.bargain().lines().isEmpty() ? quote(deal, stamp) : move(deal, stamp, NegotiationState.PROPOSAL);
            case PROPOSAL -> bargaining(deal, stamp, find, NegotiationState.NEGOTIATION);
            case NEGOTIATION -> bargaining(deal, stamp, find, NegotiationState.CLOSING);
            case CLOSING -> closing(deal, stamp, find);
            case PROFORMA_SENT -> invoicing(deal, stamp);
            case INVOICED -> settling(deal, stamp);
            case PAID, DEAD -> throw new IllegalStateException("A deal that is over makes no step: " + deal.id());
        };
    }

    private Either<NegotiationRefusal, Accepted> bargaining(
            Negotiation deal,
            Stamp stamp,
            Function<Stocking.Need, Either<NegotiationRefusal, Found>> find,
            NegotiationState next) {
        var chance = random.nextInt(100);
        if (chance < 25) {
            return quote(deal, stamp);
        } else if (chance < 60) {
            return hold(deal, stamp, find);
        } else if (chance < 70) {
            return deal.stocking(stamp).release(ReleaseReason.CANCELLED, "the customer hesitates");
        } else if (chance < 74) {
            return move(deal, stamp, NegotiationState.DEAD);
        }
        return forwards(deal, stamp, next);
    }

    /** What the next state needs, or the move itself where nothing is missing. */
    private Either<NegotiationRefusal, Accepted> forwards(Negotiation deal, Stamp stamp, NegotiationState next) {
        var hash = deal.bargain().quote().orElseThrow().hash();
        if (next == NegotiationState.NEGOTIATION && !deal.bargain().isConfirmed()) {
            var quoted = Stocking.quantities(deal.bargain().lines());
            return deal.quoting(stamp).confirmProducts(hash, Goods.positions(quoted));
        }
        if (next == NegotiationState.CLOSING && !deal.bargain().isAgreed()) {
            return deal.quoting(stamp).agree(hash, "message 3");
        }
        return move(deal, stamp, next);
    }

    private Either<NegotiationRefusal, Accepted> closing(
            Negotiation deal, Stamp stamp, Function<Stocking.Need, Either<NegotiationRefusal, Found>> find) {
        var chance = random.nextInt(100);
        if (chance < 30) {
            return hold(deal, stamp, find);
        } else if (chance < 40) {
            return move(deal, stamp, NegotiationState.NEGOTIATION);
        }
        var quote = deal.bargain().quote().orElseThrow().hash();
        var isIssued = deal.documents()
                .proforma()
                .filter(there -> there.quote().equals(quote) && there.isLiveAt(stamp.at()))
                .isPresent();
        return isIssued
                ? move(deal, stamp, NegotiationState.PROFORMA_SENT)
                : deal.invoicing(stamp).recordProforma("PF", quote, stamp.at().plus(Duration.ofDays(30)));
    }

    private Either<NegotiationRefusal, Accepted> invoicing(Negotiation deal, Stamp stamp) {
        if (deal.documents().proforma().orElseThrow().acceptance().isEmpty()) {
            return deal.invoicing(stamp).acceptProforma("signed");
        }
        return deal.documents().invoice().isEmpty()
                ? deal.invoicing(stamp).recordInvoice("FCT", stamp.at())
                : move(deal, stamp, NegotiationState.INVOICED);
    }

    private Either<NegotiationRefusal, Accepted> settling(Negotiation deal, Stamp stamp) {
        var invoice = deal.documents().invoice().orElseThrow();
        if (invoice.stornoRef().isPresent()) {
            return move(deal, stamp, NegotiationState.DEAD);
        }
        if (!deal.documents().payments().isEmpty()) {
            return move(deal, stamp, NegotiationState.PAID);
        }
        return random.nextInt(10) < 3
                ? deal.invoicing(stamp).recordStorno("STR")
                : deal.invoicing(stamp).recordPayment("OP", invoice.gross(), stamp.at());
    }

    private Either<NegotiationRefusal, Accepted> quote(Negotiation deal, Stamp stamp) {
        var lines = Stream.of(hot(), random.nextInt(market.goods.size()))
                .distinct()
                .map(number -> Lines.of(market.goods.get(number), Integer.toString(1 + random.nextInt(MOST_BAGS)), "0"))
                .map(line -> new PricedLine(line, Play.tier(DiscountTier.AUTO)))
                .toList();
        return deal.quoting(stamp).revise(lines, "by chance", new DiscountRequestId(market.ids.next()));
    }

    /** Nearly always the first. */
    private int hot() {
        return random.nextInt(10) < 9 ? 0 : random.nextInt(market.goods.size());
    }

    private Either<NegotiationRefusal, Accepted> hold(
            Negotiation deal, Stamp stamp, Function<Stocking.Need, Either<NegotiationRefusal, Found>> find) {
        var stocking = deal.stocking(stamp);
        var hash = deal.bargain().quote().orElseThrow().hash();
        var time = new Decision<>(
                Optional.of(timeToLive.get()),
                List.of("by chance."),
                List.of(new RuleName("SIM-1 the time is chance")),
                new Play.Fact("timeToLive", "by chance"),
                new PackVersion("simulation"));
        return find.apply(stocking.needToHold()).flatMap(found -> stocking.hold(hash, found, time));
    }

    private static Either<NegotiationRefusal, Accepted> move(Negotiation deal, Stamp stamp, NegotiationState to) {
        var permit = TransitionPermit.issue(deal, to, stamp.actor(), Play.tier(DiscountTier.AUTO));
        return deal.moving(stamp)
                .advance(permit, TransitionTrigger.USER_ACTION, "by chance", Optional.of(LossReason.OTHER));
    }
}
