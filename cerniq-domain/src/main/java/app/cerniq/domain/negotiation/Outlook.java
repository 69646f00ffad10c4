package app.cerniq.domain.negotiation;

import app.cerniq.domain.shared.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the deal looks.
 *
 * @param engagement 0 or more, as the host counts
 * @param sentiment -1.000 to 1.000
 */
public record Outlook(
        Priority priority,
        int engagement,
        BigDecimal sentiment,
        Optional<Percentage> closeProbability,
        Optional<LocalDate> expectedClose) {

    /** A new deal. */
    public static final Outlook NEW =
            new Outlook(Priority.MEDIUM, 0, BigDecimal.ZERO, Optional.empty(), Optional.empty());

    public Outlook {
        if (engagement < 0) {
            throw new IllegalArgumentException("An engagement score is 0 or more, not " + engagement + ".");
        }
        if (sentiment.abs().compareTo(BigDecimal.ONE) > 0
                || sentiment.stripTrailingZeros().scale() > 3) {
            throw new IllegalArgumentException(
                    "A sentiment score is -1 to 1 with at most 3 decimals, not " + sentiment + ".");
        }
        sentiment = sentiment.setScale(3);
    }
}
