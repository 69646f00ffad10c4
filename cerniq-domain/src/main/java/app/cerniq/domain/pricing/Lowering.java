package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How a line's total discount is lowered: what the seller asks for shrinks, what is a right stays. */
final class Lowering {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Lowering() {}

    static Optional<QuoteLine> of(QuoteLine line, Percentage most) {
        if (withoutAsking(line).discount().exceeds(most)) {
            return Optional.empty();
        }
        var left = HUNDRED.subtract(line.onQuote().points());
        var onLine = left.signum() == 0
                ? BigDecimal.ZERO
                : HUNDRED.subtract(most.complement().points().multiply(HUNDRED).divide(left, 2, RoundingMode.UP));
        var added = PriceTrail.entitlement(line.trail()).addedCounted().points();
        return Optional.of(on(line, new Percentage(onLine.subtract(added).max(BigDecimal.ZERO))));
    }

    static QuoteLine withoutAsking(QuoteLine line) {
        return on(line, Percentage.ZERO);
    }

    private static QuoteLine on(QuoteLine line, Percentage asked) {
        var terms = LineTerms.asking(asked)
                .entitledTo(PriceTrail.entitlement(line.trail()))
                .onQuote(line.onQuote());
        return QuoteLine.on(terms, line.offering(), line.quantity());
    }
}
