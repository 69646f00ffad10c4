package app.cerniq.application.runtime.resilience;

import app.cerniq.domain.runtime.failure.Failure;
import app.cerniq.domain.runtime.failure.Outcome;
import app.cerniq.domain.shared.TenantId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One breaker per partner, or per partner and tenant where every tenant has credentials of its own: the wrong password of
 * one is no failure of all. A refusal is an answer and counts as success; what was not executed, and what nobody knows the
 * end of, count as failures, and so does whatever takes longer than it may. No thread of its own: time is looked at when
 * somebody calls. Thread-safe.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private record Key(Partner partner, Optional<TenantId> tenant) {}

    private final Map<Partner, BreakerFigures> figures;
    private final List<BreakerListener> listeners;
    private final CallListener calls;
    private final Clock clock;
    private final Map<Key, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /**
     * Breakers by the given clock.
     *
     * @param figures in which partners differ from their standard
     */
    public Breakers(Map<Partner, BreakerFigures> figures, List<BreakerListener> listeners, Clock clock) {
        this(figures, listeners, CallListener.NOBODY, clock);
    }

    /**
     * As the other one, with somebody who wants to know of every call.
     *
     * @param calls told in the thread of the call, after it
     */
    public Breakers(
            Map<Partner, BreakerFigures> figures, List<BreakerListener> listeners, CallListener calls, Clock clock) {
        this.calls = calls;
        this.figures = new EnumMap<>(Partner.class);
        for (var partner : Partner.values()) {
            this.figures.put(partner, figures.getOrDefault(partner, partner.standard()));
        }
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /** The figures in force, for adapters: how long their calls may take. */
    public BreakerFigures figures(Partner partner) {
        return figures.getOrDefault(partner, partner.standard());
    }

    /** Calls a partner, or tells that it is left alone for now: then surely nothing was executed. */
    public <T> Outcome<T> call(Partner partner, TenantId tenant, Supplier<Outcome<T>> call) {
        var breaker = breaker(new Key(partner, partner.isPerTenant() ? Optional.of(tenant) : Optional.empty()));
        if (!breaker.tryAcquirePermission()) {
            return new Outcome.Unavailable<>(Failure.of(
                    partner.codeWhenOpen(),
                    partner + " fails too often and is left alone for a while.",
                    clock.instant()));
        }
        var from = clock.millis();
        try {
            var outcome = call.get();
            note(breaker, clock.millis() - from, outcome);
            calls.called(partner, tenant, took(from), outcome.getClass().getSimpleName());
            return outcome;
        } catch (RuntimeException broken) {
            breaker.onError(clock.millis() - from, TimeUnit.MILLISECONDS, broken);
            calls.called(partner, tenant, took(from), "Broken");
            throw broken;
        }
    }

    private Duration took(long from) {
        return Duration.ofMillis(Math.max(0, clock.millis() - from));
    }

    private static void note(CircuitBreaker breaker, long took, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused) {
            breaker.onSuccess(Math.max(0, took), TimeUnit.MILLISECONDS);
        } else {
            breaker.onError(Math.max(0, took), TimeUnit.MILLISECONDS, new IllegalStateException(outcome.toString()));
        }
    }

    /** Where the breaker of a partner stands for a tenant. */
    public BreakerState state(Partner partner, TenantId tenant) {
        var key = new Key(partner, partner.isPerTenant() ? Optional.of(tenant) : Optional.empty());
        return Optional.ofNullable(breakers.get(key))
                .map(breaker -> state(breaker.getState()))
                .orElse(BreakerState.CLOSED);
    }

    /** Every breaker that was used, for health and metrics. */
    public List<View> views() {
        return breakers.entrySet().stream()
                .map(entry -> new View(
                        entry.getKey().partner(),
                        entry.getKey().tenant(),
                        state(entry.getValue().getState())))
                .sorted(java.util.Comparator.comparing(View::partner)
                        .thenComparing(
                                view -> view.tenant().map(TenantId::toString).orElse("")))
                .toList();
    }

    /** A breaker as it stands; without a tenant where all share it. */
    public record View(Partner partner, Optional<TenantId> tenant, BreakerState state) {}

    private CircuitBreaker breaker(Key key) {
        return breakers.computeIfAbsent(key, fresh -> {
            var chosen = figures(fresh.partner());
            var breaker = CircuitBreaker.of(fresh.partner().name(), config(chosen));
            breaker.getEventPublisher().onStateTransition(event -> tell(fresh, breaker, event));
            return breaker;
        });
    }

    private CircuitBreakerConfig config(BreakerFigures chosen) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(used -> TimeUnit.MILLISECONDS.toNanos(used.millis()), TimeUnit.NANOSECONDS)
                .slidingWindow(
                        Math.max(10, 2 * chosen.minimumCalls()), chosen.minimumCalls(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(chosen.errorPercent())
                .slowCallDurationThreshold(chosen.creating())
                .slowCallRateThreshold(chosen.errorPercent())
                .waitDurationInOpenState(chosen.reset())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private void tell(Key key, CircuitBreaker breaker, CircuitBreakerOnStateTransitionEvent event) {
        var to = state(event.getStateTransition().getToState());
        var now = clock.instant();
        var change = new BreakerChange(
                key.partner(),
                key.tenant(),
                state(event.getStateTransition().getFromState()),
                to,
                (int) Math.max(0, breaker.getMetrics().getFailureRate()),
                breaker.getMetrics().getNumberOfBufferedCalls(),
                now,
                to == BreakerState.OPEN
                        ? Optional.<Instant>of(now.plus(figures(key.partner()).reset()))
                        : Optional.empty());
        LOG.info("the breaker of {} went from {} to {}", key.partner(), change.from(), change.to());
        for (var listener : listeners) {
            try {
                listener.changed(change);
            } catch (RuntimeException broken) {
                LOG.error("nobody could be told that the breaker of {} is {}", key.partner(), to, broken);
            }
        }
    }

    private static BreakerState state(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            default -> BreakerState.CLOSED;
        };
    }
}
