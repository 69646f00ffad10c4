package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.pricing.PriceStep.Kind;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order in which a unit price comes about, in one place: list price, entitlement, line discount, discount on the
 * quote, one rounding half up to the smallest coin. See decision 0009.
 */
final class PriceTrail {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PricedOffering offering;
    private final List<PriceStep> steps = new ArrayList<>();
    private BigDecimal price;
    /** Percent points of the list price that are taken so far. */
    private BigDecimal taken = BigDecimal.ZERO;

    private PriceTrail(PricedOffering offering) {
        this.offering = offering;
        this.price = offering.listPrice().amount();
        step(Kind.LIST, PriceSource.list(offering), Percentage.ZERO, Percentage.ZERO);
    }

    /** The steps to the unit price of a line on these terms. */
    static List<PriceStep> of(PricedOffering offering, LineTerms terms) {
        var trail = new PriceTrail(offering);
        var entitlement = terms.entitlement();
        entitlement.base().forEach(share -> trail.entitle(Kind.ENTITLEMENT, share));
        entitlement.added().forEach(share -> trail.entitle(Kind.ADDED_ENTITLEMENT, share));
        if (terms.bargained()
                .filter(price -> price.amount().compareTo(trail.price) < 0)
                .isPresent()) {
            trail.bargain(terms.bargained().get());
            return trail.steps;
        }
        if (!terms.asked().equals(Percentage.ZERO)) {
            trail.ask(terms.asked(), entitlement.baseCounted());
        }
        if (!terms.onQuote().equals(Percentage.ZERO)) {
            trail.step(Kind.QUOTE_DISCOUNT, PriceSource.QUOTE, terms.onQuote(), terms.onQuote());
        }
        trail.round();
        return trail.steps;
    }

    /** The shortest trail that leads to a price; for lines from before trails were kept. */
    static List<PriceStep> shortest(PricedOffering offering, Percentage discount, Money unitPrice) {
        var plain = of(offering, LineTerms.asking(discount));
        return last(plain).compareTo(unitPrice.amount()) == 0
                ? plain
                : of(offering, LineTerms.asking(discount).bargaining(unitPrice));
    }

    private void entitle(Kind kind, Entitlement.Share share) {
        taken = taken.add(share.counted().points());
        step(kind, share.source(), share.offered(), share.counted());
    }

    /** The seller's discount is measured from the list price: what competes with it is part of it, what is added is not. */
    private void ask(Percentage asked, Percentage competing) {
        var beyond =
                asked.points().subtract(competing.points()).max(BigDecimal.ZERO).min(HUNDRED.subtract(taken));
        taken = taken.add(beyond);
        step(Kind.LINE_DISCOUNT, PriceSource.SELLER, asked, new Percentage(beyond));
    }

    private void bargain(Money agreed) {
        var below = agreed.discountFrom(offering.listPrice());
        steps.add(new PriceStep(Kind.BARGAINED, PriceSource.BARGAIN, below, below, agreed.amount()));
    }

    private void round() {
        var decimals = offering.listPrice().currency().getDefaultFractionDigits();
        var rounded = price.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.compareTo(price) != 0) {
            step(Kind.ROUNDED, PriceSource.COIN, Percentage.ZERO, Percentage.ZERO);
        }
    }

    private void step(Kind kind, PriceSource source, Percentage offered, Percentage counted) {
        var list = offering.listPrice();
        price = new PriceStep(kind, source, offered, counted, BigDecimal.ZERO)
                .follows(list.amount(), price, list.currency().getDefaultFractionDigits());
        steps.add(new PriceStep(kind, source, offered, counted, price));
    }

    /** Whether these steps, applied one after the other, lead from the list price to the unit price. */
    static boolean replays(List<PriceStep> steps, PricedOffering offering, Money unitPrice) {
        if (steps.isEmpty() || steps.get(0).kind() != Kind.LIST) {
            return false;
        }
        var list = offering.listPrice();
        var before = list.amount();
        for (var step : steps) {
            before = step.follows(list.amount(), before, list.currency().getDefaultFractionDigits());
            if (before.compareTo(step.unitPrice()) != 0) {
                return false;
            }
        }
        return before.compareTo(unitPrice.amount()) == 0;
    }

    /** The discount from the list price that these steps amount to, rounded up so that no limit is passed by rounding. */
    static Percentage total(List<PriceStep> steps, PricedOffering offering) {
        var bargained = bargained(steps, offering);
        if (bargained.isPresent()) {
            return bargained.get().discountFrom(offering.listPrice());
        }
        var left = HUNDRED.subtract(points(steps, Kind.ENTITLEMENT))
                .subtract(points(steps, Kind.ADDED_ENTITLEMENT))
                .subtract(points(steps, Kind.LINE_DISCOUNT));
        var afterQuote = left.multiply(HUNDRED.subtract(points(steps, Kind.QUOTE_DISCOUNT)))
                .movePointLeft(2);
        return new Percentage(HUNDRED.subtract(afterQuote).setScale(2, RoundingMode.UP));
    }

    static Percentage counted(List<PriceStep> steps, Kind kind) {
        return new Percentage(points(steps, kind));
    }

    /** What the rules gave, as these steps tell it. */
    static Entitlement entitlement(List<PriceStep> steps) {
        return new Entitlement(shares(steps, Kind.ENTITLEMENT), shares(steps, Kind.ADDED_ENTITLEMENT));
    }

    private static List<Entitlement.Share> shares(List<PriceStep> steps, Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(step -> new Entitlement.Share(step.source(), step.offered(), step.counted()))
                .toList();
    }

    private static BigDecimal points(List<PriceStep> steps, Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(step -> step.counted().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Optional<Money> bargained(List<PriceStep> steps, PricedOffering offering) {
        return find(steps, Kind.BARGAINED)
                .map(step -> new Money(step.unitPrice(), offering.listPrice().currency()));
    }

    static Optional<PriceStep> find(List<PriceStep> steps, Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst();
    }

    static BigDecimal last(List<PriceStep> steps) {
        return steps.get(steps.size() - 1).unitPrice();
    }
}
