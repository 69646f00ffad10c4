package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import app.cerniq.domain.shared.Percentage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A discount that somebody else has to decide on.
 *
 * @param lines the lines as they would be, and only those that need the decision
 * @param quote the hash of the whole quote as it would be
 * @param tier who decides
 * @param decideBy from when on the decision is late: the time of whoever is asked first
 */
public record DiscountRequest(
        DiscountRequestId id,
        List<QuoteLine> lines,
        ContentHash quote,
        DiscountTier tier,
        ActorRef requestedBy,
        Instant requestedAt,
        Instant decideBy,
        String justification) {

    public DiscountRequest {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || tier == DiscountTier.AUTO || tier == DiscountTier.REFUSED) {
            throw new IllegalArgumentException("Only lines of a tier that somebody decides are requested, not "
                    + lines.size() + " lines of tier " + tier + ".");
        }
    }

    /** This request for the lines that pass, or nothing where none does. */
    public Optional<DiscountRequest> keeping(Predicate<QuoteLine> test) {
        var kept = lines.stream().filter(test).toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DiscountRequest(id, kept, quote, tier, requestedBy, requestedAt, decideBy, justification));
    }

    /** The highest discount asked for. */
    public Percentage highest() {
        return lines.stream().map(QuoteLine::discount).reduce(Percentage.ZERO, Percentage::max);
    }

    /** This request for another reason. */
    public DiscountRequest withJustification(String other) {
        return new DiscountRequest(id, lines, quote, tier, requestedBy, requestedAt, decideBy, other);
    }
}
