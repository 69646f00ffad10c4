package app.cerniq.domain.negotiation;

/** How urgently a deal wants attention. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
