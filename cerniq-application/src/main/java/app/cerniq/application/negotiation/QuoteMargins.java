package app.cerniq.application.negotiation;

import app.cerniq.domain.catalog.Sku;
import app.cerniq.domain.pricing.Margin;
import app.cerniq.domain.pricing.MarginStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a quote after cost.
 *
 * @param lines in the order of the quote
 * @param whole of the whole quote, under the bands that hold for everything; empty where any cost is unknown
 */
public record QuoteMargins(List<OfLine> lines, Optional<Estimate> whole) {

    public QuoteMargins {
        lines = List.copyOf(lines);
    }

    /** How well something earns. */
    public record Estimate(Margin margin, MarginStatus status) {}

    /**
     * One line.
     *
     * @param estimate empty where the cost is unknown
     */
    public record OfLine(Sku sku, Optional<Estimate> estimate) {}

    /** Whether something loses money, so that the whole should not be sold (specification, section 4.3). */
    public boolean hasLoss() {
        return lines.stream()
                .flatMap(line -> line.estimate().stream())
                .anyMatch(estimate -> estimate.status() == MarginStatus.NEGATIVE);
    }
}
