package app.cerniq.domain.runtime.event;

/** How much something hurries, ascending. Source: source document 001, section 4.2 (priority of hitl.escalated). */
public enum Urgency {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
