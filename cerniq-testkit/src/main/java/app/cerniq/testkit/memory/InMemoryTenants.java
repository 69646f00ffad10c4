package app.cerniq.testkit.memory;

import app.cerniq.domain.approval.ApprovalTerms;
import app.cerniq.domain.negotiation.TimeLimits;
import app.cerniq.domain.pricing.DiscountLimits;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.shared.Tenants;
import app.cerniq.ports.shared.UnknownTenantException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryTenants implements Tenants {

    private static final int MOST = 10_000;

    private final Map<TenantId, DiscountLimits> limits = new ConcurrentHashMap<>();
    private final Map<TenantId, TimeLimits> times = new ConcurrentHashMap<>();
    private final Map<TenantId, ApprovalTerms> approvals = new ConcurrentHashMap<>();

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

    @Override
    public Optional<TimeLimits> timeLimits(TenantId tenant) {
        return knows(tenant) ? Optional.of(times.getOrDefault(tenant, TimeLimits.STANDARD)) : Optional.empty();
    }

    @Override
    public void limitTimes(TenantId tenant, TimeLimits changed) {
        require(tenant);
        times.put(tenant, changed);
    }

    @Override
    public Optional<ApprovalTerms> approvalTerms(TenantId tenant) {
        return knows(tenant) ? Optional.of(approvals.getOrDefault(tenant, ApprovalTerms.STANDARD)) : Optional.empty();
    }

    @Override
    public void agreeApprovals(TenantId tenant, ApprovalTerms terms) {
        require(tenant);
        approvals.put(tenant, terms);
    }

    @Override
    public List<TenantId> page(Optional<TenantId> after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page is 1 to " + MOST + " tenants, not " + limit + ".");
        }
        return limits.keySet().stream()
                .sorted(TenantOrder.BY_ID)
                .filter(tenant -> after.map(last -> TenantOrder.BY_ID.compare(tenant, last) > 0)
                        .orElse(true))
                .limit(limit)
                .toList();
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
