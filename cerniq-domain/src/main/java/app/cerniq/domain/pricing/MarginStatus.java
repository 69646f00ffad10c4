package app.cerniq.domain.pricing;

/** How well a sale earns. Source: specification, section 4.3. */
public enum MarginStatus {
    /** The sale loses money. */
    NEGATIVE,
    /** Less than the least margin. */
    CRITICAL,
    /** Enough, but not much more. */
    WARNING,
    OK
}
