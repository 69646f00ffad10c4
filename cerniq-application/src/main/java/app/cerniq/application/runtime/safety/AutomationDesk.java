package app.cerniq.application.runtime.safety;

import static io.vavr.control.Either.left;
import static io.vavr.control.Either.right;

import app.cerniq.application.runtime.event.Announcing;
import app.cerniq.domain.runtime.event.By;
import app.cerniq.domain.runtime.event.Metadata;
import app.cerniq.domain.runtime.event.RuntimeEvent.AutomationParked;
import app.cerniq.domain.runtime.event.RuntimeEvent.AutomationResumed;
import app.cerniq.domain.runtime.event.Subject;
import app.cerniq.domain.runtime.safety.AutomationRefusal;
import app.cerniq.domain.runtime.safety.AutomationRefusal.AlreadyParked;
import app.cerniq.domain.runtime.safety.AutomationRefusal.NotParked;
import app.cerniq.domain.runtime.safety.AutomationRefusal.OnlyPeopleResume;
import app.cerniq.domain.runtime.safety.AutomationRefusal.UnknownTenant;
import app.cerniq.domain.runtime.safety.Park;
import app.cerniq.domain.runtime.safety.SafetyBound;
import app.cerniq.domain.runtime.safety.SafetyBounds;
import app.cerniq.domain.runtime.safety.Signal;
import app.cerniq.domain.shared.Actor;
import app.cerniq.domain.shared.ActorKind;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Automation;
import app.cerniq.ports.shared.Ids;
import app.cerniq.ports.shared.Storage;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a tenant's automation runs, and the red button. What automation does is counted against the tenant's bounds; one
 * occurrence too many parks it, and from then on its agents are refused until a user resumes.
 */
public final class AutomationDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationDesk.class);
    private static final ActorRef ENGINE = new ActorRef(ActorKind.SYSTEM, new UUID(0, 0), "safety bounds");

    private final Storage storage;
    private final Announcing news;
    private final Clock clock;

    /** Hosts get theirs from {@link app.cerniq.application.Cerniq}. */
    public AutomationDesk(Storage storage, Clock clock, Ids ids) {
        this.storage = storage;
        this.news = new Announcing(storage.outbox(), clock, ids);
        this.clock = clock;
    }

    /** The park that is in force; empty where automation runs. */
    public Optional<Park> parked(TenantId tenant) {
        return automation().parked(tenant);
    }

    /** Every time it stood still, the latest first; at most {@code limit}, 1 to 1,000. */
    public List<Automation.Entry> history(TenantId tenant, int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("1 to 1,000 parks can be read at once, not " + limit + ".");
        }
        return automation().history(tenant, limit);
    }

    /** The tenant's bounds. */
    public SafetyBounds bounds(TenantId tenant) {
        return automation().bounds(tenant);
    }

    /** Sets one bound; throws {@link app.cerniq.ports.shared.UnknownTenantException} where the tenant is not set up. */
    public void bound(TenantId tenant, SafetyBound bound) {
        automation().bound(tenant, bound);
    }

    /**
     * Counts something that the tenant's automation did, and parks it where that was once too often.
     *
     * @return the park, where this was once too often
     */
    public Optional<Park> count(TenantId tenant, Signal signal) {
        var at = now();
        var bound = automation().bounds(tenant).of(signal);
        var occurrences = automation().count(tenant, signal, at, bound.window());
        if (!bound.isExceededBy(occurrences)) {
            return Optional.empty();
        }
        return Optional.of(Park.exceeding(tenant, bound, occurrences, ENGINE, at))
                .filter(automation()::park)
                .map(this::told);
    }

    /**
     * Stops everything automatic of a tenant.
     *
     * @param reason 1 to 500 characters
     */
    public Either<AutomationRefusal, Park> park(TenantId tenant, Actor by, String reason) {
        var park = Park.ordered(tenant, ActorRef.of(by), reason, now());
        if (automation().park(park)) {
            return right(told(park));
        }
        return left(automation()
                .parked(tenant)
                .<AutomationRefusal>map(AlreadyParked::new)
                .orElseGet(() -> new UnknownTenant(tenant)));
    }

    /**
     * Lets it go on; everything that was counted is forgotten.
     *
     * @param by a user: automation never lets itself go on
     * @param reason 1 to 500 characters
     * @return the instant from which it runs
     */
    public Either<AutomationRefusal, Instant> resume(TenantId tenant, Actor by, String reason) {
        if (by.kind() != ActorKind.USER) {
            return left(new OnlyPeopleResume(by.kind().word() + " " + by.label()));
        }
        Park.requireReason(reason);
        var at = now();
        if (!automation().resume(tenant, ActorRef.of(by), reason, at)) {
            return left(new NotParked(tenant, at));
        }
        LOG.info("automation of tenant {} goes on", tenant);
        var payload = new AutomationResumed(By.of(ActorRef.of(by)), reason);
        news.tell(tenant, subject(tenant), payload, Metadata.Priority.HIGH);
        return right(at);
    }

    private Park told(Park park) {
        LOG.warn("automation of tenant {} is parked: {}", park.tenant(), park.reason());
        var bound = park.exceeded().map(it -> it.signal().name()).orElse("ORDERED");
        var limit = park.exceeded().map(it -> it.limit() + " in " + it.window()).orElse("none");
        var payload = new AutomationParked(bound, Long.toString(park.occurrences()), limit);
        news.tell(park.tenant(), subject(park.tenant()), payload, Metadata.Priority.CRITICAL);
        return park;
    }

    private static Subject subject(TenantId tenant) {
        return new Subject(Subject.Kind.TENANT, tenant.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Automation automation() {
        return storage.automation();
    }
}
