package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import java.util.List;

/**
 * One line of a quote, copied by value: a later change of the catalogue never reaches it.
 *
 * @param offering what is sold, with the prices it had when the line was made
 * @param quantity in the offering's unit
 * @param discount from the list price; what has to be authorised
 * @param unitPrice per unit, without VAT, <em>after</em> the discount; never below what the discount says, never above
 *     the list price
 */
public record QuoteLine(PricedOffering offering, Quantity quantity, Percentage discount, Money unitPrice) {

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
    }

    /** A line at a discount from the list price; the unit price is rounded half up to the smallest coin. */
    public static QuoteLine atDiscount(PricedOffering offering, Quantity quantity, Percentage discount) {
        return new QuoteLine(offering, quantity, discount, offering.listPrice().less(discount, Rounding.HALF_UP));
    }

    /** A line at a bargained unit price, at most the list price; its discount is rounded up, never in one's favour. */
    public static QuoteLine atPrice(PricedOffering offering, Quantity quantity, Money unitPrice) {
        return new QuoteLine(offering, quantity, unitPrice.discountFrom(offering.listPrice()), unitPrice);
    }

    public Sku sku() {
        return offering.sku();
    }

    /** Quantity times unit price, rounded once. */
    public Money net(Rounding rounding) {
        return unitPrice.times(quantity, rounding);
    }

    /** The same line for another quantity, at the same price. */
    public QuoteLine withQuantity(Quantity other) {
        return new QuoteLine(offering, other, discount, unitPrice);
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
