package app.cerniq.testkit.memory;

import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.shared.UnknownTenantException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryTenants implements Tenants {

    private final Map<TenantId, DiscountLimits> limits = new ConcurrentHashMap<>();

    @Override
    public void setUp(TenantId tenant, String name) {
        limits.putIfAbsent(tenant, DiscountLimits.STANDARD);
    }

    @Override
    public Optional<DiscountLimits> discountLimits(TenantId tenant) {
        return Optional.ofNullable(limits.get(tenant));
    }

    @Override
    public void limitDiscounts(TenantId tenant, DiscountLimits changed) {
        if (limits.replace(tenant, changed) == null) {
            throw new UnknownTenantException(tenant);
        }
    }

    void require(TenantId tenant) {
        if (!knows(tenant)) {
            throw new UnknownTenantException(tenant);
        }
    }

    boolean knows(TenantId tenant) {
        return limits.containsKey(tenant);
    }
}
