package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A breaker went to another state.
 *
 * @param tenant whose it is; empty where all tenants share it
 * @param errorPercent the share of calls that failed lately, rounded down
 * @param calls how many calls that is a share of
 * @param retryAt when a call will be let through; only of a breaker that opened
 */
public record BreakerChange(
        Partner partner,
        Optional<TenantId> tenant,
        BreakerState from,
        BreakerState to,
        int errorPercent,
        int calls,
        Instant at,
        Optional<Instant> retryAt) {}
