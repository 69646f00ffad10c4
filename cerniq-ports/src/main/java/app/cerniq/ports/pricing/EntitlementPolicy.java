package app.cerniq.ports.pricing;

import app.cerniq.domain.shared.Decision;

/** Whether a price rule gives a line a discount that nobody has to agree to. Thread-safe. */
public interface EntitlementPolicy {

    /** What the rule's discount is to the line; never undefined: every question has exactly one answer. */
    Decision<EntitlementVerdict> decide(EntitlementQuestion question);
}
