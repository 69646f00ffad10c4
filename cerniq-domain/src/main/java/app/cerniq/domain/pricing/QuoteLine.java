package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import java.util.List;
import java.util.Optional;

/**
 * One line of a quote, copied by value: a later change of the catalogue never reaches it.
 *
 * @param offering what is sold, with the prices it had when the line was made
 * @param quantity in the offering's unit
 * @param discount from the list price; what has to be authorised
 * @param unitPrice per unit, without VAT, <em>after</em> the discount; never below what the discount says, never above
 *     the list price
 * @param trail how the unit price came about, step by step from the list price; a line that is made without one, as lines
 *     once were, gets the shortest that leads there
 */
public record QuoteLine(
        PricedOffering offering, Quantity quantity, Percentage discount, Money unitPrice, List<PriceStep> trail) {

    public QuoteLine {
        if (quantity.unit() != offering.unit()) {
            throw new IllegalArgumentException(offering.sku() + " is sold by "
                    + offering.unit().symbol() + ", not by " + quantity.unit().symbol() + ".");
        }
        var least = offering.listPrice().less(discount, Rounding.HALF_UP);
        if (unitPrice.isBelow(least) || offering.listPrice().isBelow(unitPrice)) {
            throw new IllegalArgumentException("A discount of " + discount + " on " + offering.listPrice()
                    + " does not give a unit price of " + unitPrice + ".");
        }
        trail = trail.isEmpty() ? PriceTrail.shortest(offering, discount, unitPrice) : List.copyOf(trail);
        if (!PriceTrail.replays(trail, offering, unitPrice)) {
            throw new IllegalArgumentException("These steps do not lead from " + offering.listPrice() + " to a unit"
                    + " price of " + unitPrice + ": " + trail + ".");
        }
    }

    /** A line whose price came about in the shortest way. */
    public QuoteLine(PricedOffering offering, Quantity quantity, Percentage discount, Money unitPrice) {
        this(offering, quantity, discount, unitPrice, List.of());
    }

    /** A line on some terms; what it costs and why follows from them. */
    public static QuoteLine on(LineTerms terms, PricedOffering offering, Quantity quantity) {
        var trail = PriceTrail.of(offering, terms);
        var currency = offering.listPrice().currency();
        return new QuoteLine(
                offering,
                quantity,
                PriceTrail.total(trail, offering),
                new Money(PriceTrail.last(trail), currency),
                trail);
    }

    /** A line at a discount from the list price; the unit price is rounded half up to the smallest coin. */
    public static QuoteLine atDiscount(PricedOffering offering, Quantity quantity, Percentage discount) {
        return on(LineTerms.asking(discount), offering, quantity);
    }

    /** A line at a bargained unit price, at most the list price; its discount is rounded up, never in one's favour. */
    public static QuoteLine atPrice(PricedOffering offering, Quantity quantity, Money unitPrice) {
        var trail = PriceTrail.of(offering, LineTerms.asking(Percentage.ZERO).bargaining(unitPrice));
        return new QuoteLine(offering, quantity, unitPrice.discountFrom(offering.listPrice()), unitPrice, trail);
    }

    public Sku sku() {
        return offering.sku();
    }

    /** Quantity times unit price, rounded once. */
    public Money net(Rounding rounding) {
        return unitPrice.times(quantity, rounding);
    }

    /** The discount that the seller asked for. */
    public Percentage asked() {
        return PriceTrail.find(trail, PriceStep.Kind.LINE_DISCOUNT)
                .map(PriceStep::offered)
                .orElse(Percentage.ZERO);
    }

    /** The unit price that was offered as such, if one was. */
    public Optional<Money> bargained() {
        return PriceTrail.bargained(trail, offering);
    }

    /** The discount that the price rules gave this line a right to. */
    public Percentage entitled() {
        return PriceTrail.entitlement(trail).counted();
    }

    /** What of the discount on the whole quote reached this line: all of it, or nothing where the price was bargained. */
    public Percentage onQuote() {
        return PriceTrail.counted(trail, PriceStep.Kind.QUOTE_DISCOUNT);
    }

    /**
     * This line with a smaller total discount, reached by asking for less; empty where what it is entitled to and the
     * discount on the quote alone are more.
     */
    public Optional<QuoteLine> lowered(Percentage most) {
        return Lowering.of(this, most);
    }

    /** This line with nothing but what it is entitled to and the discount on the quote. */
    public QuoteLine withoutAsking() {
        return Lowering.withoutAsking(this);
    }

    /** What is left of the price after cost; empty where the cost is unknown or nothing is paid. */
    public Optional<Margin> margin() {
        return offering.cost().flatMap(cost -> Margin.of(unitPrice, cost));
    }

    /** Why the price is what it is, in sentences. */
    public List<String> explanation() {
        return trail.stream().map(step -> step.sentence(unitPrice.currency())).toList();
    }

    public boolean isBelowFloor() {
        return unitPrice.isBelow(offering.floorPrice());
    }

    /** Whether the price is below a known cost; an unknown cost is never "below". */
    public boolean isBelowCost() {
        return offering.cost().map(unitPrice::isBelow).orElse(false);
    }

    /** Everything that makes up the substance of this line; approvals name it. */
    public ContentHash hash() {
        return ContentHash.of(fields());
    }

    List<String> fields() {
        return List.of(
                offering.sku().value(),
                Integer.toString(offering.version()),
                offering.name(),
                offering.unit().name(),
                offering.priceList(),
                offering.listPrice().toString(),
                offering.floorPrice().toString(),
                offering.cost().map(Money::toString).orElse(""),
                offering.vat().category().name(),
                offering.vat().rate().points().toPlainString(),
                quantity.value().toPlainString(),
                discount.points().toPlainString(),
                unitPrice.toString());
    }
}
