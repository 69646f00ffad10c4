package app.cerniq.domain.shared;

import java.math.RoundingMode;

/** How an exact product becomes an amount in coins; stored with every quote so that it can be recomputed. */
public enum Rounding {
    /** Commercial rounding: half a ban goes up. What Romanian fiscal practice and EN 16931 validators expect. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Banker's rounding: half a ban goes to the even neighbour. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
