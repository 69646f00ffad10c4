package app.cerniq.ports.pricing;

/** What a price rule's discount is to a line. */
public enum EntitlementVerdict {
    /** Nothing. */
    NOTHING,
    /** One of those of which the largest counts. */
    COMPETES,
    /** Added to whatever else counts. */
    ADDS
}
