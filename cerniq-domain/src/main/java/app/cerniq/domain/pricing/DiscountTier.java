package app.cerniq.domain.pricing;

import app.cerniq.domain.shared.Authority;
import app.cerniq.domain.shared.Role;
import java.util.Optional;

/** Who has to agree to a discount (spec: bands (0, 15], (15, 30], (30, 40] percent, refused above). */
public enum DiscountTier {
    /** Granted by the rules alone. */
    AUTO(Authority.NONE),
    /** A sales manager decides. */
    MANAGER(Authority.MANAGER),
    /** A director decides. */
    DIRECTOR(Authority.DIRECTOR),
    /** Below cost, where the tenant opened that door at all: only the CEO decides. */
    CEO(Authority.CEO),
    /** Nobody may grant it. */
    REFUSED(Authority.CEO);

    private final Authority needed;

    DiscountTier(Authority needed) {
        this.needed = needed;
    }

    /** Who is asked first; empty where nobody is. How long they have is a rule. */
    public Optional<Role> decider() {
        return this == REFUSED ? Optional.empty() : Role.deciding(needed);
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
