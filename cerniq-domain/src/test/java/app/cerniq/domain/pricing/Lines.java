package app.cerniq.domain.pricing;

import app.cerniq.domain.catalog.PricedOffering;
import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import app.cerniq.domain.shared.Quantity;
import app.cerniq.domain.shared.Rounding;
import java.util.List;

/** Quote lines and quotes in few words. */
public final class Lines {

    private Lines() {}

    /** A line for a quantity in the offering's unit at a discount in percent points. */
    public static QuoteLine of(PricedOffering offering, String quantity, String discount) {
        return QuoteLine.atDiscount(offering, Quantity.of(quantity, offering.unit()), Percentage.of(discount));
    }

    /** A first quote in lei, rounded half up. */
    public static QuoteVersion quote(QuoteLine... lines) {
        return quote(Rounding.HALF_UP, lines);
    }

    /** A first quote in lei. */
    public static QuoteVersion quote(Rounding rounding, QuoteLine... lines) {
        return new QuoteVersion(1, Money.RON, rounding, List.of(lines));
    }
}
