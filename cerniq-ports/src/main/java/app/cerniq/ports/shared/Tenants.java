package app.cerniq.ports.shared;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** The companies that use this installation, and the parameters in which they differ. */
public interface Tenants {

    /** Sets a tenant up, or renames one that is there; its limits are the standard ones until changed. */
    void setUp(TenantId tenant, String name);

    /** The tenant's discount limits; empty where the tenant is not set up. */
    Optional<DiscountLimits> discountLimits(TenantId tenant);

    /** Changes the limits; throws {@link UnknownTenantException} where the tenant is not set up. */
    void limitDiscounts(TenantId tenant, DiscountLimits limits);

    /** In which times the tenant differs from the rules; empty where the tenant is not set up. */
    Optional<TimeLimits> timeLimits(TenantId tenant);

    /**
     * Changes the times; what is not named lasts as long as the rules say. A deal gets them with its next change, and one
     * that is due by old times is asked once more when its time is up. Throws {@link UnknownTenantException} where the
     * tenant is not set up.
     */
    void limitTimes(TenantId tenant, TimeLimits limits);

    /** In what the tenant's approvals differ from the rules; empty where the tenant is not set up. */
    Optional<ApprovalTerms> approvalTerms(TenantId tenant);

    /**
     * Replaces the terms of approvals as a whole; tasks get them when they are opened and when they are handed on. Throws
     * {@link UnknownTenantException} where the tenant is not set up.
     */
    void agreeApprovals(TenantId tenant, ApprovalTerms terms);

    /**
     * The tenants of this installation, ordered by id: ids and nothing else, for work that goes over all of them.
     *
     * @param after the last one of the page before, or empty for the first page
     * @param limit 1 to 10,000
     */
    List<TenantId> page(Optional<TenantId> after, int limit);
}
