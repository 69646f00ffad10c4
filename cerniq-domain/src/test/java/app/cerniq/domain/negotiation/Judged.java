package app.cerniq.domain.negotiation;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.pricing.DiscountTier;
import app.cerniq.domain.pricing.QuoteLine;
import app.cerniq.domain.shared.Decision;
import app.cerniq.domain.shared.PackVersion;
import app.cerniq.domain.shared.RuleName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Lines with the answer of a policy that knows the standard bands and nothing else. */
final class Judged {

    static final String BECAUSE = "So the bands say.";

    private static final DiscountLimits BANDS = DiscountLimits.STANDARD;

    private Judged() {}

    /** The lines, each with the tier of its band. */
    static List<PricedLine> lines(QuoteLine... lines) {
        return Arrays.stream(lines).map(line -> as(tierOf(line), line)).toList();
    }

    /** A line that this tier has to agree to, whatever its discount. */
    static PricedLine as(DiscountTier tier, QuoteLine line) {
        var decision = new Decision<>(
                tier,
                List.of(BECAUSE),
                List.of(new RuleName("TEST-1 the standard bands")),
                line,
                new PackVersion("test"));
        return new PricedLine(line, decision);
    }

    /** How long each tier has for its decision. */
    static Duration within(DiscountTier tier) {
        return Duration.ofHours(tier == DiscountTier.MANAGER ? 1 : 2);
    }

    /** The tier of a line's band today, which is that of yesterday. */
    static Decision<DiscountTier> today(QuoteLine line) {
        return as(tierOf(line), line).tier();
    }

    /** Who has to agree to a discount by the standard bands. */
    static DiscountTier tierOf(QuoteLine line) {
        var discount = line.discount();
        if (discount.exceeds(BANDS.maximum())) {
            return DiscountTier.REFUSED;
        }
        if (discount.exceeds(BANDS.manager())) {
            return DiscountTier.DIRECTOR;
        }
        return discount.exceeds(BANDS.automatic()) ? DiscountTier.MANAGER : DiscountTier.AUTO;
    }
}
