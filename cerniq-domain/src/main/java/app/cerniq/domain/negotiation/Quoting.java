package app.cerniq.domain.negotiation;

import static app.cerniq.domain.negotiation.NegotiationState.CLOSING;
import static app.cerniq.domain.negotiation.NegotiationState.DISCOVERY;
import static app.cerniq.domain.negotiation.NegotiationState.NEGOTIATION;
import static app.cerniq.domain.negotiation.NegotiationState.PROPOSAL;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.negotiation.NegotiationEvent.AgreementReached;
import app.cerniq.domain.negotiation.NegotiationEvent.DiscountApproved;
import app.cerniq.domain.negotiation.NegotiationEvent.OfferMade;
import app.cerniq.domain.negotiation.NegotiationEvent.PricesCompared;
import app.cerniq.domain.negotiation.NegotiationEvent.ProductsConfirmed;
import app.cerniq.domain.negotiation.NegotiationEvent.QuoteRevised;
import app.cerniq.domain.pricing.DiscountApproval;
import app.cerniq.domain.pricing.DiscountRequestId;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.stock.StockPosition;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is on the table: quote versions, offers, and the customer's yes. No version holds a price nobody agreed to. */
public final class Quoting extends Conduct {

    /** Where the quote may still change; later it is frozen until the deal goes back to NEGOTIATION. */
    static final NegotiationState[] OPEN_STATES = {DISCOVERY, PROPOSAL, NEGOTIATION};

    private static final BigDecimal MOST_VAT = BigDecimal.valueOf(2);

    Quoting(Negotiation deal, Stamp stamp) {
        super(deal, stamp);
    }

    /**
     * Puts a new version on the table. A line that stands unchanged in the current version keeps its price; every other
     * line must be automatic, approved, or within the actor's own authority, which is then recorded as an approval.
     *
     * @param lines all lines of the new version
     * @param ticket the id for an approval out of the actor's own authority
     */
    public Either<NegotiationRefusal, Accepted> revise(
            List<PricedLine> lines, String reason, DiscountRequestId ticket) {
        return revise(lines, deal.bargain().onQuote(), reason, ticket);
    }

    /** Puts a new version on the table that has another discount on the whole quote, which its lines contain. */
    public Either<NegotiationRefusal, Accepted> revise(
            List<PricedLine> lines, Percentage onQuote, String reason, DiscountRequestId ticket) {
        return unlessOverruled(() -> revision(lines, onQuote, reason, ticket).fold(Conduct::no, this::yes));
    }

    /**
     * Puts the prices of today on the table, or notes that those that stand are of today after all.
     *
     * @param lines all lines of the new version; none where the prices that stand are of today
     */
    public Either<NegotiationRefusal, Accepted> reprice(List<PricedLine> lines, DiscountRequestId ticket) {
        return unlessOverruled(() -> {
            var compared = new PricesCompared(List.of());
            if (!lines.isEmpty()) {
                return revision(lines, "prices of today", ticket)
                        .fold(
                                Conduct::no,
                                events -> yes(Stream.concat(events.stream(), Stream.of(compared))
                                        .toList()));
            }
            var fault = outside("change the quote", OPEN_STATES);
            return fault.isPresent() || deal.bargain().outdated().isEmpty()
                    ? no(fault.orElseGet(NegotiationRefusal.PricesUpToDate::new))
                    : yes(compared);
        });
    }

    /** The customer's or the seller's counter-offer; the seller's becomes the next version at once. */
    public Either<NegotiationRefusal, Accepted> counter(
            CounterOffer offer, List<PricedLine> lines, DiscountRequestId ticket) {
        return unlessOverruled(() -> {
            var fault = outside("make an offer", PROPOSAL, NEGOTIATION)
                    .or(() -> emptyQuote("make an offer"))
                    .or(() -> notCurrent(offer.against()));
            if (fault.isPresent()) {
                return no(fault.get());
            }
            if (offer.side() == CounterOffer.Side.CUSTOMER) {
                return yes(new OfferMade(offer));
            }
            return revision(lines, "counter-offer " + offer.number(), ticket)
                    .fold(Conduct::no, events -> yes(withOffer(offer, events)));
        });
    }

    private static List<NegotiationEvent> withOffer(CounterOffer offer, List<NegotiationEvent> events) {
        var all = new ArrayList<NegotiationEvent>();
        all.add(new OfferMade(offer));
        all.addAll(events);
        return all;
    }

    /**
     * Notes that every product of the named version is in stock in the quoted quantity.
     *
     * @param positions what there is of each product, as if nothing were held for this very deal
     */
    public Either<NegotiationRefusal, Accepted> confirmProducts(ContentHash named, Map<Sku, StockPosition> positions) {
        return unlessOverruled(() -> {
            var fault = outside("confirm products", OPEN_STATES)
                    .or(() -> emptyQuote("confirm products"))
                    .or(() -> notCurrent(named))
                    .or(() -> Stocking.shortage(current().lines(), positions));
            return fault.map(Conduct::no)
                    .orElseGet(() -> yes(new ProductsConfirmed(current().contents())));
        });
    }

    /** Records the customer's yes to exactly the named version. */
    public Either<NegotiationRefusal, Accepted> agree(ContentHash named, String evidence) {
        return unlessOverruled(() -> {
            var fault = outside("record an agreement", PROPOSAL, NEGOTIATION, CLOSING)
                    .or(() -> emptyQuote("record an agreement"))
                    .or(() -> notCurrent(named))
                    .or(() -> outdatedPrices());
            return fault.map(Conduct::no)
                    .orElseGet(() -> yes(new AgreementReached(new Agreement(named, stamp.at(), evidence))));
        });
    }

    /** The events of a revision, or the first reason why there cannot be one. */
    Either<NegotiationRefusal, List<NegotiationEvent>> revision(
            List<PricedLine> lines, String reason, DiscountRequestId ticket) {
        return revision(lines, deal.bargain().onQuote(), reason, ticket);
    }

    private Either<NegotiationRefusal, List<NegotiationEvent>> revision(
            List<PricedLine> lines, Percentage onQuote, String reason, DiscountRequestId ticket) {
        var quoted = PricedLine.linesOf(lines);
        var fault = outside("change the quote", OPEN_STATES)
                .or(() -> tooLarge(quoted))
                .or(() -> firstPriceFault(lines));
        if (fault.isPresent()) {
            return Either.left(fault.get());
        }
        var version = deal.bargain().next(quoted, onQuote);
        var events = new ArrayList<NegotiationEvent>();
        ownApproval(lines, version, ticket).ifPresent(approval -> events.add(new DiscountApproved(approval)));
        events.add(new QuoteRevised(version, reason));
        return Either.right(events);
    }

    /** Whether a line needs no further word: it stands already, is automatic, or was approved. */
    boolean isCleared(PricedLine priced) {
        return deal.bargain().lines().contains(priced.line())
                || priced.tier().outcome() == DiscountTier.AUTO
                || (priced.tier().outcome() != DiscountTier.REFUSED && isApproved(priced.line()));
    }

    boolean isWithinAuthority(PricedLine priced) {
        var tier = priced.tier().outcome();
        return tier != DiscountTier.REFUSED && stamp.actor().authority().covers(tier.needed());
    }

    private boolean isApproved(QuoteLine line) {
        return deal.bargain().approvals().stream()
                .anyMatch(approval -> approval.covers(line) && !stamp.at().isAfter(approval.validUntil()));
    }

    private Optional<NegotiationRefusal> firstPriceFault(List<PricedLine> lines) {
        return lines.stream()
                .filter(priced -> !isCleared(priced) && !isWithinAuthority(priced))
                .findFirst()
                .map(Quoting::priceFault);
    }

    static NegotiationRefusal priceFault(PricedLine priced) {
        var line = priced.line();
        var tier = priced.tier();
        return tier.outcome() == DiscountTier.REFUSED
                ? new NegotiationRefusal.DiscountRefused(line.sku(), line.discount(), tier.reasons())
                : new NegotiationRefusal.DiscountNeedsApproval(
                        line.sku(), line.discount(), tier.outcome(), tier.reasons());
    }

    private Optional<DiscountApproval> ownApproval(
            List<PricedLine> lines, QuoteVersion version, DiscountRequestId ticket) {
        var own = lines.stream().filter(priced -> !isCleared(priced)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var strictest =
                own.stream().map(priced -> priced.tier().outcome()).reduce(DiscountTier.AUTO, DiscountTier::stricter);
        return Optional.of(new DiscountApproval(
                ticket,
                version.hash(),
                own.stream().map(priced -> priced.line().hash()).toList(),
                strictest,
                stamp.by(),
                stamp.at(),
                stamp.at().plus(DiscountApproval.VALIDITY),
                "within the actor's own authority"));
    }

    /** Whether there are too many lines, or no amount could hold the total, however it is rounded and taxed. */
    static Optional<NegotiationRefusal> tooLarge(List<QuoteLine> lines) {
        if (lines.size() > QuoteVersion.MAX_LINES) {
            return Optional.of(new NegotiationRefusal.QuoteTooLarge(lines.size() + " lines"));
        }
        var most = lines.stream()
                .map(line -> most(line).setScale(0, RoundingMode.UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(MOST_VAT);
        return Money.canHold(most)
                ? Optional.empty()
                : Optional.of(new NegotiationRefusal.QuoteTooLarge("up to " + most.toPlainString()));
    }

    private static BigDecimal most(QuoteLine line) {
        var dearest = line.offering()
                .cost()
                .map(Money::amount)
                .orElse(BigDecimal.ZERO)
                .max(line.unitPrice().amount());
        return dearest.multiply(line.quantity().value());
    }

    private Optional<NegotiationRefusal> notCurrent(ContentHash named) {
        return deal.bargain()
                .quote()
                .map(QuoteVersion::hash)
                .filter(hash -> !hash.equals(named))
                .map(hash -> new NegotiationRefusal.QuoteChanged(named, hash));
    }

    private Optional<NegotiationRefusal> emptyQuote(String command) {
        return deal.bargain().lines().isEmpty()
                ? Optional.of(new NegotiationRefusal.EmptyQuote(command))
                : Optional.empty();
    }

    private QuoteVersion current() {
        return deal.bargain().quote().orElseThrow();
    }
}
