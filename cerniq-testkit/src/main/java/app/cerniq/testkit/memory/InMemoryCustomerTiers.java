package app.cerniq.testkit.memory;

import app.cerniq.domain.negotiation.LeadId;
import app.cerniq.domain.pricing.CustomerTier;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.pricing.CustomerTiers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryCustomerTiers implements CustomerTiers {

    private record Customer(TenantId tenant, LeadId lead) {}

    private final InMemoryTenants tenants;
    private final Map<Customer, CustomerTier> tiers = new ConcurrentHashMap<>();

    InMemoryCustomerTiers(InMemoryTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void assign(TenantId tenant, LeadId customer, CustomerTier tier) {
        tenants.require(tenant);
        tiers.put(new Customer(tenant, customer), tier);
    }

    @Override
    public CustomerTier tierOf(TenantId tenant, LeadId customer) {
        return tiers.getOrDefault(new Customer(tenant, customer), CustomerTier.STANDARD);
    }
}
