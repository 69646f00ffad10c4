package app.cerniq.application.runtime.resilience;

import java.time.Duration;

/**
 * When a partner is left alone, and for how long.
 *
 * @param asking how long a call that changes nothing may take; adapters give up then
 * @param creating how long a call that creates may take; at least as long
 * @param errorPercent from this share of failed calls on it is left alone; 1 to 100
 * @param reset for how long, before one call is let through to see
 * @param minimumCalls so many calls are counted before any share means anything; 1 to 1,000
 */
public record BreakerFigures(Duration asking, Duration creating, int errorPercent, Duration reset, int minimumCalls) {

    public BreakerFigures {
        var isSound = !asking.isNegative()
                && !asking.isZero()
                && creating.compareTo(asking) >= 0
                && !reset.isNegative()
                && !reset.isZero();
        if (!isSound || errorPercent < 1 || errorPercent > 100 || minimumCalls < 1 || minimumCalls > 1_000) {
            throw new IllegalArgumentException("A breaker has limits above zero, of which creating is no shorter than"
                    + " asking, 1 to 100 percent and 1 to 1,000 calls; not " + asking + ", " + creating + ", "
                    + errorPercent + " %, " + reset + " and " + minimumCalls + " calls.");
        }
    }
}
