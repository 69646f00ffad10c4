package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Percentage;

/**
 * How a margin is read.
 *
 * @param least below it a discount needs an approval; 10 % unless a rule says otherwise (specification, C35)
 * @param warning below it somebody should look, at least {@code least}; 15 %
 */
public record MarginBands(Percentage least, Percentage warning) {

    public static final MarginBands STANDARD = new MarginBands(Percentage.of("10"), Percentage.of("15"));

    public MarginBands {
        if (least.exceeds(warning)) {
            throw new IllegalArgumentException("Margin bands must rise: least " + least + ", warning " + warning + ".");
        }
    }

    /** What this margin means. A band begins at its edge: exactly {@code least} is no longer critical. */
    public MarginStatus status(Margin margin) {
        if (margin.isLoss()) {
            return MarginStatus.NEGATIVE;
        }
        if (margin.isBelow(least)) {
            return MarginStatus.CRITICAL;
        }
        return margin.isBelow(warning) ? MarginStatus.WARNING : MarginStatus.OK;
    }
}
