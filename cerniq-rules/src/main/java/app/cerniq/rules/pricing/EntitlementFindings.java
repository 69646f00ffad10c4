package app.cerniq.rules.pricing;

import app.cerniq.ports.pricing.EntitlementVerdict;
import app.cerniq.rules.engine.Findings;

/** What a rule can say about the discount of a tenant's price rule. */
public final class EntitlementFindings extends Findings<EntitlementVerdict> {

    /** It gives this line nothing. */
    public void nothing() {
        report(EntitlementVerdict.NOTHING);
    }

    /** It is one of those of which the largest counts. */
    public void competes() {
        report(EntitlementVerdict.COMPETES);
    }

    /** It is added to whatever else counts. */
    public void adds() {
        report(EntitlementVerdict.ADDS);
    }
}
