package app.cerniq.domain.runtime.safety;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One bound for every signal. No source document gives figures; the standard ones are ours, and every tenant may set its
 * own.
 */
public final class SafetyBounds {

    private static final SafetyBounds STANDARD = new SafetyBounds(Map.of(
            Signal.REFUSAL, new SafetyBound(Signal.REFUSAL, 100, Duration.ofMinutes(10)),
            Signal.DISCOUNT, new SafetyBound(Signal.DISCOUNT, 60, Duration.ofHours(1)),
            Signal.MESSAGE, new SafetyBound(Signal.MESSAGE, 600, Duration.ofHours(1)),
            Signal.FAILURE, new SafetyBound(Signal.FAILURE, 50, Duration.ofMinutes(10))));

    private final Map<Signal, SafetyBound> bounds;

    private SafetyBounds(Map<Signal, SafetyBound> bounds) {
        this.bounds = Collections.unmodifiableMap(new EnumMap<>(bounds));
    }

    /** 100 refusals in 10 minutes, 60 discounts and 600 messages in an hour, 50 failures in 10 minutes. */
    public static SafetyBounds standard() {
        return STANDARD;
    }

    /** These bounds with another one for its signal. */
    public SafetyBounds with(SafetyBound bound) {
        var next = new EnumMap<>(bounds);
        next.put(bound.signal(), bound);
        return new SafetyBounds(next);
    }

    public SafetyBound of(Signal signal) {
        var bound = bounds.get(signal);
        if (bound == null) {
            throw new IllegalStateException("No bound for " + signal + ".");
        }
        return bound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafetyBounds that && that.bounds.equals(bounds);
    }

    @Override
    public int hashCode() {
        return bounds.hashCode();
    }

    @Override
    public String toString() {
        return bounds.values().toString();
    }
}
