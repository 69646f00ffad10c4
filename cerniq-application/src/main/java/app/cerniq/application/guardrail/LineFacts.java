package app.cerniq.application.guardrail;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.guardrail.Binding.Bound;
import app.cerniq.domain.guardrail.Claim;
import app.cerniq.domain.guardrail.Claim.Use;
import app.cerniq.domain.guardrail.Claim.Vat;
import app.cerniq.domain.guardrail.Evidence;
import app.cerniq.domain.guardrail.PlainText;
import app.cerniq.domain.guardrail.Situation;
import app.cerniq.domain.negotiation.NegotiationState;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.pricing.QuoteVersion;
import app.cerniq.domain.shared.Unit;
import app.cerniq.ports.guardrail.ConcessionQuestion;
import app.cerniq.ports.guardrail.LineQuestion;
import app.cerniq.ports.pricing.DiscountPolicy;
import app.cerniq.ports.pricing.DiscountQuestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a text says about one SKU, and what is known of it: joined here, so that the rules see one flat fact. */
final class LineFacts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal EVERYTHING = BigDecimal.valueOf(10_000);
    private static final long MOST_COVERED = 1_000;

    /** Words by which a price is called that of the list, and not the one that is offered. */
    private static final List<String> OF_THE_LIST = List.of(
            " list", " catalog", " fata de ", " in loc de ", " instead of ", " from ", " redus de la ", " initial");

    private final String text;
    private final Sku sku;
    private final Situation situation;
    private final Figures figures;
    private final Optional<QuoteLine> line;
    private final Optional<PricedOffering> offering;

    /** Net per unit of the offering, unrounded; null where the text states none. */
    private @org.jspecify.annotations.Nullable BigDecimal price;

    private Optional<Claim> priced = Optional.empty();
    private int discount;
    private Optional<Claim> discounted = Optional.empty();
    private BigDecimal requested = BigDecimal.ZERO;
    private Optional<Claim> counted = Optional.empty();
    private boolean isKnownToBeShort;
    private boolean namesQuotedPrice;
    private Optional<Claim> namesListPrice = Optional.empty();

    LineFacts(String text, Sku sku, Situation situation, Figures figures) {
        this.text = text;
        this.sku = sku;
        this.situation = situation;
        this.figures = figures;
        this.line = situation.line(sku);
        this.offering = line.map(QuoteLine::offering)
                .or(() -> Optional.ofNullable(situation.onSale().get(sku)));
    }

    Sku sku() {
        return sku;
    }

    Optional<PricedOffering> offering() {
        return offering;
    }

    /** Takes in what a claim says about the SKU; what the customer said is nobody's promise. */
    void hear(Bound bound) {
        if (bound.repeatsTheCustomer()) {
            return;
        }
        var claim = bound.claim();
        if (claim instanceof Claim.Amount amount) {
            hear(bound, amount);
        } else if (claim instanceof Claim.Share share && share.use() == Use.DISCOUNT) {
            hear(share.percent().basisPoints(), share);
        } else if (claim instanceof Claim.Goods goods) {
            hear(goods);
        } else if (claim instanceof Claim.Availability availability) {
            hear(availability);
        }
    }

    private void hear(Bound bound, Claim.Amount amount) {
        var sum = bound.evidence()
                .filter(Evidence.Worth.class::isInstance)
                .map(evidence -> ((Evidence.Worth) evidence).sum());
        if (sum.filter(Evidence.Sum.LIST_PRICE::equals).isPresent()) {
            var sentence = PlainText.around(text, amount.span());
            if (OF_THE_LIST.stream().noneMatch(sentence::contains)) {
                namesListPrice = Optional.of(amount);
            }
            return;
        }
        namesQuotedPrice |= sum.filter(Evidence.Sum.QUOTED_PRICE::equals).isPresent();
        var isPrice = amount.use() == Use.PRICE
                || (amount.use() == Use.UNSTATED && amount.per().isPresent());
        if (isPrice) {
            net(amount).filter(net -> price == null || net.compareTo(price) < 0).ifPresent(net -> {
                price = net;
                priced = Optional.of(amount);
            });
        }
    }

    /** Empty where it is in another currency or for another unit: then it is bound to nothing, and refused for that. */
    private Optional<BigDecimal> net(Claim.Amount amount) {
        if (offering.isEmpty()) {
            return Optional.of(amount.money().amount());
        }
        var sold = offering.get();
        if (!sold.listPrice().currency().equals(amount.money().currency())) {
            return Optional.empty();
        }
        var value = amount.money().amount();
        var per = amount.per().orElse(sold.unit());
        if (per != sold.unit()) {
            if (per == Unit.KILOGRAM && sold.unit() == Unit.TONNE) {
                value = value.movePointRight(3);
            } else if (per == Unit.TONNE && sold.unit() == Unit.KILOGRAM) {
                value = value.movePointLeft(3);
            } else {
                return Optional.empty();
            }
        }
        if (amount.vat() == Vat.INCLUDED) {
            var factor = HUNDRED.add(sold.vat().rate().points());
            // To the nearest coin, as the gross price was made: rounding further would accuse a true one.
            value = value.multiply(HUNDRED).divide(factor, 2, RoundingMode.HALF_UP);
        }
        return Optional.of(value);
    }

    private void hear(int basisPoints, Claim claim) {
        if (basisPoints >= discount) {
            discount = basisPoints;
            discounted = Optional.of(claim);
        }
    }

    private void hear(Claim.Goods goods) {
        var unit = offering.map(PricedOffering::unit).orElse(goods.quantity().unit());
        var value = goods.quantity().value();
        if (unit == Unit.TONNE && goods.quantity().unit() == Unit.KILOGRAM) {
            value = value.movePointLeft(3);
        } else if (unit == Unit.KILOGRAM && goods.quantity().unit() == Unit.TONNE) {
            value = value.movePointRight(3);
        } else if (unit != goods.quantity().unit()) {
            return;
        }
        if (value.compareTo(requested) > 0) {
            requested = value;
            counted = Optional.of(goods);
        }
    }

    private void hear(Claim.Availability availability) {
        if (availability.stance() != Claim.Stance.IN_STOCK) {
            isKnownToBeShort = true;
            return;
        }
        var quoted = line.map(known -> known.quantity().value()).orElse(BigDecimal.ZERO);
        requested = requested.max(quoted);
        counted = counted.isPresent() ? counted : Optional.of(availability);
    }

    /** Whether the text says anything that the rules about goods judge. */
    boolean speaks() {
        return price != null || discounted.isPresent() || counted.isPresent();
    }

    /** The claim that a fault of the price, of the discount or of the stock is about. */
    Optional<Claim> priced() {
        return priced.or(() -> namesListPrice);
    }

    Optional<Claim> discounted() {
        return discounted.or(() -> priced);
    }

    Optional<Claim> counted() {
        return counted;
    }

    /** The highest discount that is stated or implied, in basis points. */
    int discount() {
        return Math.max(discount, impliedDiscount());
    }

    LineQuestion question(DiscountPolicy discounts) {
        var limits = figures.limits(sku);
        var coins = offering.map(sold -> sold.listPrice().currency().getDefaultFractionDigits())
                .orElse(2);
        var stated = price == null ? BigDecimal.ZERO : price;
        var floor = offering.map(sold -> sold.floorPrice().amount()).orElse(BigDecimal.ZERO);
        var cost = offering.flatMap(PricedOffering::cost)
                .map(known -> known.amount())
                .orElse(BigDecimal.ZERO);
        var stock = Optional.ofNullable(situation.stock().get(sku));
        var isSold = situation.deal().state().compareTo(NegotiationState.INVOICED) >= 0
                && situation.deal().state() != NegotiationState.DEAD;
        var isCounted = counted.isPresent() && !isKnownToBeShort && !isSold;
        var isKept = stock.map(position -> position.isKept()).orElse(true);
        var available = available();
        var covered = requested.signum() == 0 || !isKept
                ? MOST_COVERED
                : available
                        .multiply(HUNDRED)
                        .divide(requested, 0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(MOST_COVERED))
                        .longValue();
        var highest = discount();
        return new LineQuestion(
                price != null,
                offering.isPresent(),
                number(stated, coins),
                number(floor, coins),
                number(cost, coins),
                percentOfList(stated),
                discounted.isPresent() || highest > 0,
                highest,
                limits.automatic().basisPoints(),
                limits.maximum().basisPoints(),
                isPermitted(stated, highest, discounts),
                isCounted,
                stock.isPresent(),
                isKept ? number(requested, 3) : 0,
                isKept ? number(available, 3) : 0,
                covered);
    }

    private BigDecimal available() {
        var held = situation.deal().heldAt(situation.at());
        return Optional.ofNullable(situation.stock().get(sku))
                .map(position -> held.map(holding -> position.without(holding.of(sku)))
                        .orElse(position)
                        .available()
                        .value())
                .orElse(BigDecimal.ZERO);
    }

    /** Below by any part of a coin is below: the price is rounded down. */
    private static long number(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private long percentOfList(BigDecimal stated) {
        return offering.map(sold -> stated.multiply(HUNDRED)
                        .divide(sold.listPrice().amount(), 0, RoundingMode.CEILING)
                        .longValue())
                .orElse(0L);
    }

    private int impliedDiscount() {
        if (price == null || offering.isEmpty()) {
            return 0;
        }
        var list = offering.get().listPrice().amount();
        // Of the coin that the quote was rounded to, nobody is accused: there the discount of the line counts.
        if (line.filter(known -> known.unitPrice().amount().compareTo(price) == 0)
                .isPresent()) {
            return line.get().discount().basisPoints();
        }
        return list.compareTo(price) <= 0
                ? 0
                : list.subtract(price)
                        .multiply(EVERYTHING)
                        .divide(list, 0, RoundingMode.CEILING)
                        .intValue();
    }

    /** Whether it stands so in the quote, and stood there by right. */
    private boolean isPermitted(BigDecimal stated, int highest, DiscountPolicy discounts) {
        return line.filter(known ->
                        price == null || stated.compareTo(known.unitPrice().amount()) >= 0)
                .filter(known -> highest <= known.discount().basisPoints())
                .filter(known -> situation.deal().bargain().approves(known)
                        || discounts
                                        .decide(DiscountQuestion.of(known, figures.limits(sku), figures.margins(sku)))
                                        .outcome()
                                == DiscountTier.AUTO)
                .isPresent();
    }

    /** Empty where the text says no price of a quoted line. */
    Optional<ConcessionQuestion> concession() {
        if (line.isEmpty() || (priced.isEmpty() && namesListPrice.isEmpty())) {
            return Optional.empty();
        }
        var now = line.get();
        var isFirstRound = situation.deal().stage().round() == 1;
        var earlier = isFirstRound ? earlier(now) : List.<QuoteLine>of();
        var before = earlier.isEmpty() ? Optional.<QuoteLine>empty() : Optional.of(earlier.get(earlier.size() - 1));
        var isRaised = before.filter(known -> known.unitPrice().isBelow(now.unitPrice()))
                .isPresent();
        var isCaused = before.filter(known -> !known.quantity().equals(now.quantity())
                        || !known.offering().equals(now.offering())
                        || isNoLongerApproved(known))
                .isPresent();
        var conceded = earlier.isEmpty()
                ? 0
                : now.unitPrice().discountFrom(earlier.get(0).unitPrice()).basisPoints();
        return Optional.of(new ConcessionQuestion(
                isRaised,
                isCaused,
                conceded,
                situation.terms().concessionBudget().basisPoints(),
                situation.deal().bargain().approves(now),
                namesListPrice.isPresent()
                        && !namesQuotedPrice
                        && now.unitPrice().isBelow(now.offering().listPrice())));
    }

    private boolean isNoLongerApproved(QuoteLine known) {
        return known.discount().exceeds(figures.limits(sku).automatic())
                && !situation.deal().bargain().approves(known);
    }

    private List<QuoteLine> earlier(QuoteLine now) {
        var current = situation.quote().map(QuoteVersion::number).orElse(0);
        return situation.earlier().stream()
                .filter(version -> version.number() < current)
                .filter(version -> version.currency().equals(now.unitPrice().currency()))
                .flatMap(version -> version.line(sku).stream())
                .toList();
    }
}
