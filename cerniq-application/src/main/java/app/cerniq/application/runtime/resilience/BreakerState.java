package app.cerniq.application.runtime.resilience;

/** Where a breaker stands. */
public enum BreakerState {
    /** Calls go through. */
    CLOSED(0),
    /** One call is let through, to see. */
    HALF_OPEN(1),
    /** No call goes through. */
    OPEN(2);

    private final int metric;

    BreakerState(int metric) {
        this.metric = metric;
    }

    /** The number that metrics give. Source: document 001, section 9. */
    public int metric() {
        return metric;
    }
}
