package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Money;
import app.cerniq.domain.shared.Percentage;
import java.util.Optional;

/**
 * What a line's price is made of, beside its list price.
 *
 * @param asked the discount that the seller gives, measured from the list price
 * @param bargained a unit price that was offered as such; it stands against {@code asked} and {@code onQuote}, but never
 *     above what the line is entitled to
 * @param entitlement what the price rules give
 * @param onQuote the discount on the whole quote
 */
public record LineTerms(Percentage asked, Optional<Money> bargained, Entitlement entitlement, Percentage onQuote) {

    /** A seller's discount and nothing else. */
    public static LineTerms asking(Percentage asked) {
        return new LineTerms(asked, Optional.empty(), Entitlement.NONE, Percentage.ZERO);
    }

    public LineTerms bargaining(Money unitPrice) {
        return new LineTerms(asked, Optional.of(unitPrice), entitlement, onQuote);
    }

    public LineTerms entitledTo(Entitlement right) {
        return new LineTerms(asked, bargained, right, onQuote);
    }

    public LineTerms onQuote(Percentage discount) {
        return new LineTerms(asked, bargained, entitlement, discount);
    }
}
