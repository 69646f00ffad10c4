package app.cerniq.ports.pricing;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.shared.TenantId;

/** Which customers have a tier of their own. The host decides who; no seller and no agent can. */
public interface CustomerTiers {

    /**
     * Gives a customer a tier, instead of the one before. Throws {@link
     * app.cerniq.ports.shared.UnknownTenantException} where the tenant is not set up.
     */
    void assign(TenantId tenant, LeadId customer, CustomerTier tier);

    /** The tier of a customer; STANDARD for everybody who was not given another. */
    CustomerTier tierOf(TenantId tenant, LeadId customer);
}
