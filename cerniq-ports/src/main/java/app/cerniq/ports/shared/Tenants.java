package app.cerniq.ports.shared;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.TenantId;
import java.util.Optional;

/** The companies that use this installation, and the parameters in which they differ. */
public interface Tenants {

    /** Sets a tenant up, or renames one that is there; its limits are the standard ones until changed. */
    void setUp(TenantId tenant, String name);

    /** The tenant's discount limits; empty where the tenant is not set up. */
    Optional<DiscountLimits> discountLimits(TenantId tenant);

    /** Changes the limits; throws {@link UnknownTenantException} where the tenant is not set up. */
    void limitDiscounts(TenantId tenant, DiscountLimits limits);
}
