package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * One step on the way from the list price to the unit price.
 *
 * @param offered what its source gives or asks for
 * @param counted how many percent points of it count here: of the list price for an entitlement or a line discount, of
 *     the price so far for the discount on the whole quote
 * @param unitPrice after the step: exact, so with more decimals than the currency has until it is rounded
 */
public record PriceStep(Kind kind, PriceSource source, Percentage offered, Percentage counted, BigDecimal unitPrice) {

    /** What happened to the price. */
    public enum Kind {
        /** It began as the list price. */
        LIST,
        /** A price rule gave a discount that nobody has to agree to: the largest of those that compete. */
        ENTITLEMENT,
        /** A stackable price rule gave a discount on top. */
        ADDED_ENTITLEMENT,
        /** The seller asked for a discount. */
        LINE_DISCOUNT,
        /** The whole quote has a discount. */
        QUOTE_DISCOUNT,
        /** A unit price was agreed as such, and stands. */
        BARGAINED,
        /** The one rounding to the smallest coin. */
        ROUNDED
    }

    public PriceStep {
        var plain = unitPrice.stripTrailingZeros();
        unitPrice = plain.setScale(Math.max(0, plain.scale()));
    }

    /** The price of this step, given the list price and the price before it. */
    BigDecimal follows(BigDecimal list, BigDecimal before, int decimals) {
        return switch (kind) {
            case LIST -> list;
            case ENTITLEMENT, ADDED_ENTITLEMENT, LINE_DISCOUNT -> before.subtract(share(list));
            case QUOTE_DISCOUNT -> before.subtract(share(before));
            case BARGAINED -> unitPrice;
            case ROUNDED -> before.setScale(decimals, RoundingMode.HALF_UP);
        };
    }

    private BigDecimal share(BigDecimal of) {
        return of.multiply(counted.points()).movePointLeft(2);
    }

    /** This step as a sentence for a person. */
    public String sentence(Currency currency) {
        var decimals = Math.max(unitPrice.scale(), currency.getDefaultFractionDigits());
        var price = unitPrice.setScale(decimals).toPlainString() + " " + currency.getCurrencyCode();
        return switch (kind) {
            case LIST ->
                "The list price is " + price + " (list " + source.name() + ", version " + source.version() + ").";
            case ENTITLEMENT ->
                "The rule \"" + source.name() + "\" (version " + source.version() + ") gives " + offered + less() + ": "
                        + price + ".";
            case ADDED_ENTITLEMENT ->
                "The rule \"" + source.name() + "\" (version " + source.version() + ") adds " + offered + less() + ": "
                        + price + ".";
            case LINE_DISCOUNT -> "The seller gives " + offered + less() + ": " + price + ".";
            case QUOTE_DISCOUNT -> "The whole quote has a discount of " + offered + ": " + price + ".";
            case BARGAINED -> "A unit price of " + price + " was offered, and stands.";
            case ROUNDED -> "Rounded half up to the smallest coin: " + price + ".";
        };
    }

    private String less() {
        return counted.equals(offered) ? "" : ", of which " + counted + " of the list price counts here";
    }
}
