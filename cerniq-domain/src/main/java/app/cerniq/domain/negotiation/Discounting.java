package app.cerniq.domain.negotiation;

import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRejected;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountRequested;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequest;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.Percentage;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asking for a discount, and deciding on it. A granted discount stands in the quote from the same moment. */
public final class Discounting extends Conduct {

    private final Quoting quoting;

    Discounting(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
        this.quoting = new Quoting(deal, stamp);
    }

    /**
     * Asks for a version with new prices. What needs nobody is granted at once; what nobody may grant is refused; the
     * rest waits for the tier that decides.
     *
     * @param lines all lines of the version that is wanted
     * @param within how long each tier has for its decision
     */
    public Either<NegotiationRefusal, Accepted> request(
            DiscountRequestId ticket,
            List<PricedLine> lines,
            Function<DiscountTier, Duration> within,
            String justification) {
        return unlessOverruled(() -> {
            var fault = outside("request a discount", Quoting.OPEN_STATES)
                    .or(() -> Quoting.tooLarge(PricedLine.linesOf(lines)));
            if (fault.isPresent()) {
                return no(fault.get());
            }
            var open = lines.stream()
                    .filter(priced -> !quoting.isCleared(priced) && !quoting.isWithinAuthority(priced))
                    .toList();
            var hopeless = open.stream()
                    .filter(priced -> priced.tier().outcome() == DiscountTier.REFUSED)
                    .findFirst();
            if (hopeless.isPresent()) {
                return no(Quoting.priceFault(hopeless.get()));
            }
            return open.isEmpty()
                    ? quoting.revise(lines, justification, ticket)
                    : yes(requested(ticket, lines, open, within, justification));
        });
    }

    private DiscountRequested requested(
            DiscountRequestId ticket,
            List<PricedLine> all,
            List<PricedLine> open,
            Function<DiscountTier, Duration> within,
            String justification) {
        var tier =
                open.stream().map(priced -> priced.tier().outcome()).reduce(DiscountTier.AUTO, DiscountTier::stricter);
        return new DiscountRequested(new DiscountRequest(
                ticket,
                PricedLine.linesOf(open),
                deal.bargain().next(PricedLine.linesOf(all)).hash(),
                tier,
                stamp.by(),
                stamp.at(),
                stamp.at().plus(within.apply(tier)),
                justification));
    }

    /**
     * Grants a waiting request, whole or lowered, and puts it into the quote.
     *
     * <p>What is granted is at most what was asked for, what the actor may grant, and what anybody may grant today (B27).
     *
     * @param lowered the discount to grant instead, at most what was asked for
     * @param today who has to agree to a line by the limits in force now, which may be others than when it was asked for
     */
    public Either<NegotiationRefusal, Accepted> grant(
            DiscountRequestId id,
            Optional<Percentage> lowered,
            Function<QuoteLine, Decision<DiscountTier>> today,
            String comment) {
        return decide(id, request -> {
            var tooMuch = lowered.filter(percentage -> percentage.exceeds(request.highest()));
            if (tooMuch.isPresent()) {
                return no(new NegotiationRefusal.GrantAboveRequest(tooMuch.get(), request.highest()));
            }
            var wrongState = outside("grant a discount", Quoting.OPEN_STATES);
            return wrongState.map(Conduct::no).orElseGet(() -> granted(request, lowered, today, comment));
        });
    }

    private Either<NegotiationRefusal, Accepted> granted(
            DiscountRequest request,
            Optional<Percentage> lowered,
            Function<QuoteLine, Decision<DiscountTier>> today,
            String comment) {
        var lines = new ArrayList<QuoteLine>();
        for (var line : request.lines()) {
            var decided = lowered(line, lowered);
            if (decided.isLeft()) {
                return no(decided.getLeft());
            }
            var beyond = beyondToday(new PricedLine(decided.get(), today.apply(decided.get())));
            if (beyond.isPresent()) {
                return no(beyond.get());
            }
            lines.add(decided.get());
        }
        var all = merged(lines);
        var fault = Quoting.tooLarge(all);
        if (fault.isPresent()) {
            return no(fault.get());
        }
        var version = deal.bargain().next(all);
        var approval = new DiscountApproval(
                request.id(),
                version.hash(),
                lines.stream().map(QuoteLine::hash).toList(),
                request.tier(),
                stamp.by(),
                stamp.at(),
                stamp.at().plus(DiscountApproval.VALIDITY),
                comment);
        return yes(new DiscountApproved(approval), new QuoteRevised(version, "discount " + request.id() + " granted"));
    }

    private Optional<NegotiationRefusal> beyondToday(PricedLine priced) {
        var tier = priced.tier().outcome();
        var has = stamp.actor().authority();
        if (tier == DiscountTier.REFUSED) {
            return Optional.of(Quoting.priceFault(priced));
        }
        return has.covers(tier.needed())
                ? Optional.empty()
                : Optional.of(new NegotiationRefusal.NotAuthorised(stamp.by().toString(), has, tier.needed()));
    }

    private static Either<NegotiationRefusal, QuoteLine> lowered(QuoteLine line, Optional<Percentage> lowered) {
        var most = lowered.filter(line.discount()::exceeds);
        if (most.isEmpty()) {
            return Either.right(line);
        }
        return line.lowered(most.get())
                .<Either<NegotiationRefusal, QuoteLine>>map(Either::right)
                .orElseGet(() -> Either.left(new NegotiationRefusal.CannotBeLowered(
                        line.sku(), most.get(), line.withoutAsking().discount())));
    }

    /** The current lines with the granted ones in their places; lines for new products follow. */
    private List<QuoteLine> merged(List<QuoteLine> granted) {
        var waiting = new ArrayList<>(granted);
        var lines = new ArrayList<QuoteLine>();
        for (var line : deal.bargain().lines()) {
            var replacement = granted.stream()
                    .filter(candidate -> candidate.sku().equals(line.sku()))
                    .findFirst();
            replacement.ifPresent(waiting::remove);
            lines.add(replacement.orElse(line));
        }
        lines.addAll(waiting);
        return lines;
    }

    /**
     * Refuses a waiting request; the quote stays as it is. The machinery may, once the time to decide is over: nobody's
     * answer is a no (C66).
     */
    public Either<NegotiationRefusal, Accepted> reject(DiscountRequestId id, String comment) {
        var isLate = deal.bargain()
                .request(id)
                .filter(request -> !stamp.at().isBefore(request.decideBy()))
                .isPresent();
        return stamp.actor().kind() == ActorKind.SYSTEM && isLate
                ? yes(new DiscountRejected(id, comment))
                : decide(id, request -> yes(new DiscountRejected(id, comment)));
    }

    private Either<NegotiationRefusal, Accepted> decide(
            DiscountRequestId id, Function<DiscountRequest, Either<NegotiationRefusal, Accepted>> decision) {
        if (stamp.actor().kind() != ActorKind.USER) {
            return no(new NegotiationRefusal.OnlyForUsers(stamp.by().toString(), "decide on a discount"));
        }
        var request = deal.bargain().request(id);
        if (request.isEmpty()) {
            var waiting =
                    deal.bargain().requests().stream().map(DiscountRequest::id).toList();
            return no(new NegotiationRefusal.NoSuchDiscountRequest(id, waiting));
        }
        var needed = request.get().tier().needed();
        var has = stamp.actor().authority();
        return has.covers(needed)
                ? decision.apply(request.get())
                : no(new NegotiationRefusal.NotAuthorised(stamp.by().toString(), has, needed));
    }
}
