package app.cerniq.domain.guardrail;

/** How bad. {@link #LOW} and {@link #MEDIUM} are warnings and let a text pass; the others refuse it. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Whether a text with it must not leave. */
    public boolean refuses() {
        return compareTo(HIGH) >= 0;
    }
}
