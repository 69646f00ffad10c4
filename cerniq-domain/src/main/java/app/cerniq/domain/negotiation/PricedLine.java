package app.cerniq.domain.negotiation;

import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Decision;
import java.util.List;

/**
 * A line as it would stand in the next version, with the policy's answer to its price.
 *
 * @param tier who has to agree to this price
 */
public record PricedLine(QuoteLine line, Decision<DiscountTier> tier) {

    /** The lines without the answers. */
    static List<QuoteLine> linesOf(List<PricedLine> priced) {
        return priced.stream().map(PricedLine::line).toList();
    }
}
