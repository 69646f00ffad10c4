package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Authority;
import java.time.Duration;

/** Who has to agree to a discount (spec: bands (0, 15], (15, 30], (30, 40] percent, refused above). */
public enum DiscountTier {
    /** Granted by the rules alone. */
    AUTO(Authority.NONE, Duration.ZERO),
    /** A sales manager decides. */
    MANAGER(Authority.MANAGER, Duration.ofHours(1)),
    /** A director decides. */
    DIRECTOR(Authority.DIRECTOR, Duration.ofHours(2)),
    /** Below cost, where the tenant opened that door at all: only the CEO decides. */
    CEO(Authority.CEO, Duration.ofHours(2)),
    /** Nobody may grant it. */
    REFUSED(Authority.CEO, Duration.ZERO);

    private final Authority needed;
    private final Duration decideWithin;

    DiscountTier(Authority needed, Duration decideWithin) {
        this.needed = needed;
        this.decideWithin = decideWithin;
    }

    /** How long the decision may take: 60 minutes for a manager, 120 above (source document 001). */
    public Duration decideWithin() {
        return decideWithin;
    }

    /** The least authority that may decide; meaningless for {@link #REFUSED}. */
    public Authority needed() {
        return needed;
    }

    /** The stricter of two tiers: a quote is decided by its strictest line. */
    public DiscountTier stricter(DiscountTier other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
