package app.cerniq.application.runtime.health;

import app.cerniq.application.runtime.health.Health.Check;
import app.cerniq.application.runtime.health.Health.Status;
import app.cerniq.application.runtime.resilience.BreakerState;
import app.cerniq.application.runtime.resilience.Breakers;
import app.cerniq.application.runtime.schedule.RuntimeDesk;
import app.cerniq.ports.shared.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at an engine once, in the caller's thread; cheap enough for a probe every few seconds. */
public final class HealthDesk {

    /** Older than this, an event that waits is a sign that nobody dispatches. Source: alert CerniqEventsWait. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Storage storage;
    private final RuntimeDesk runtime;
    private final Breakers breakers;
    private final Clock clock;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public HealthDesk(Storage storage, RuntimeDesk runtime, Breakers breakers, Clock clock) {
        this.storage = storage;
        this.runtime = runtime;
        this.breakers = breakers;
        this.clock = clock;
    }

    /** How it is now. Never throws because something is broken: that is the answer. */
    public Health check() {
        var store = guarded("storage", Status.DOWN, this::store);
        return store.status() == Status.DOWN
                ? new Health(List.of(store))
                : new Health(List.of(
                        store,
                        guarded("events", Status.DEGRADED, this::events),
                        guarded("dead letters", Status.DEGRADED, this::deadLetters),
                        guarded("schedules", Status.DEGRADED, this::schedules),
                        guarded("partners", Status.DEGRADED, this::partners)));
    }

    private static Check guarded(String name, Status ifBroken, Supplier<Check> look) {
        try {
            return look.get();
        } catch (RuntimeException broken) {
            return new Check(
                    name,
                    ifBroken,
                    "It could not be looked at: " + broken.getClass().getSimpleName() + ".");
        }
    }

    private Check store() {
        storage.tenants().page(Optional.empty(), 1);
        return new Check("storage", Status.UP, "It answers.");
    }

    private Check events() {
        var backlog = storage.outbox().backlog(Optional.empty(), clock.instant());
        var isLate = backlog.oldest().compareTo(LONGEST_WAIT) > 0;
        return new Check(
                "events",
                isLate ? Status.DEGRADED : Status.UP,
                backlog.pending() + " wait, the oldest for " + backlog.oldest().toSeconds() + " seconds.");
    }

    private Check deadLetters() {
        var dead = storage.outbox().backlog(Optional.empty(), clock.instant()).dead();
        return new Check("dead letters", dead > 0 ? Status.DEGRADED : Status.UP, dead + " wait for an operator.");
    }

    private Check schedules() {
        var failing = runtime.schedules().stream()
                .flatMap(status -> status.job().stream())
                .filter(view -> view.failures() > 0)
                .map(view -> view.name().value())
                .sorted()
                .toList();
        return failing.isEmpty()
                ? new Check("schedules", Status.UP, runtime.isRunning() ? "They run." : "They are not started here.")
                : new Check("schedules", Status.DEGRADED, "Failing: " + String.join(", ", failing) + ".");
    }

    private Check partners() {
        var alone = breakers.views().stream()
                .filter(view -> view.state() == BreakerState.OPEN)
                .map(view -> view.partner().name())
                .distinct()
                .toList();
        return alone.isEmpty()
                ? new Check("partners", Status.UP, "None is left alone.")
                : new Check("partners", Status.DEGRADED, "Left alone: " + String.join(", ", alone) + ".");
    }
}
