package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.ContentHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Somebody's agreement to a discount, bound to the lines as they were approved: a line that changes loses it, the others
 * keep it.
 *
 * @param quote the hash of the quote that was approved
 * @param lines the hashes of the approved lines, sorted
 * @param validUntil until when the approval may still be put to use
 */
public record DiscountApproval(
        DiscountRequestId request,
        ContentHash quote,
        List<ContentHash> lines,
        DiscountTier tier,
        ActorRef by,
        Instant at,
        Instant validUntil,
        String comment) {

    /** Source: specification, B30. */
    public static final Duration VALIDITY = Duration.ofDays(7);

    public DiscountApproval {
        lines = lines.stream()
                .sorted(java.util.Comparator.comparing(ContentHash::hex))
                .toList();
    }

    /** Whether this approval was given to exactly this line. */
    public boolean covers(QuoteLine line) {
        return lines.contains(line.hash());
    }

    /** This approval with another comment. */
    public DiscountApproval withComment(String other) {
        return new DiscountApproval(request, quote, lines, tier, by, at, validUntil, other);
    }
}
