package app.cerniq.application.runtime.schedule;

import app.cerniq.application.approval.TaskDesk;
import app.cerniq.application.approval.TaskOrder;
import app.cerniq.application.negotiation.TimerDesk;
import app.cerniq.application.privacy.PrivacyDesk;
import app.cerniq.application.runtime.event.EventDesk;
import app.cerniq.application.runtime.saga.SagaDesk;
import app.cerniq.application.runtime.telemetry.Gauges;
import app.cerniq.application.shared.Clockwork;
import app.cerniq.domain.approval.HumanTaskKind;
import app.cerniq.domain.approval.TaskTopic;
import app.cerniq.domain.runtime.event.Urgency;
import app.cerniq.domain.shared.ActorRef;
import app.cerniq.domain.shared.Role;
import app.cerniq.domain.shared.TenantId;
import app.cerniq.ports.runtime.Job;
import app.cerniq.ports.shared.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine itself does by the timetable, without any adapter. */
public final class StandardWork {

    private static final int BATCH = 500;
    private static final int ROUNDS = 1_000;
    private static final Duration DELIVERED_FOR = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(StandardWork.class);
    private static final ZoneId ROMANIA = ZoneId.of("Europe/Bucharest");

    private final Storage storage;
    private final TimerDesk timers;
    private final TaskDesk tasks;
    private final AllTenants tenants;
    private final Clock clock;

    public StandardWork(Storage storage, TimerDesk timers, TaskDesk tasks, Clock clock) {
        this.storage = storage;
        this.timers = timers;
        this.tasks = tasks;
        this.tenants = new AllTenants(storage.tenants());
        this.clock = clock;
    }

    /** The work of each entry that needs nobody else. */
    public Map<Timetable, Job.Body> bound() {
        var bound = new EnumMap<Timetable, Job.Body>(Timetable.class);
        bound.put(Timetable.NEGOTIATION_TIMEOUTS, this::fireTimers);
        bound.put(Timetable.RESERVATION_EXPIRY, () -> tenants.each(this::releaseExpired));
        bound.put(Timetable.MCP_SESSIONS, () -> tenants.each(timers::closeSessions));
        bound.put(Timetable.TASK_DEADLINES, () -> tenants.each(tasks::sweep));
        bound.put(Timetable.STOCK_RECONCILIATION, () -> tenants.each(this::compareStock));
        return bound;
    }

    /** The work that rests on other desks of the engine. */
    public Map<Timetable, Job.Body> bound(SagaDesk sagas, EventDesk events, PrivacyDesk privacy, Gauges gauges) {
        var bound = new EnumMap<Timetable, Job.Body>(Timetable.class);
        bound.put(Timetable.SAGAS, () -> untilFewerThan(BATCH, () -> sagas.runOnce(BATCH)));
        bound.put(Timetable.METRICS, gauges::refresh);
        bound.put(Timetable.EVENT_ARCHIVE, () -> untilFewerThan(1, () -> events.archive(DELIVERED_FOR)));
        bound.put(
                Timetable.FORGETTING,
                () -> tenants.each(tenant -> untilFewerThan(
                        BATCH,
                        () -> privacy.forgetOutlived(tenant, Clockwork.ACTOR, BATCH)
                                .size())));
        return bound;
    }

    /** Again and again while there may be more; not for ever, where every batch fails. */
    private static void untilFewerThan(int batch, IntSupplier work) {
        for (var round = 0; round < ROUNDS && work.getAsInt() >= batch; round++) {
            LOG.debug("round {} of a batch job", round);
        }
    }

    /** A timer that breaks is a failed run, so that an operator sees it; all others have fired. */
    private void fireTimers() {
        var report = timers.fireAll();
        if (report.failed() > 0) {
            throw new IllegalStateException(report.failed() + " timers failed; which and why stands in the log.");
        }
    }

    private void releaseExpired(TenantId tenant) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = ActorRef.of(Clockwork.ACTOR);
        var released = BATCH;
        while (released == BATCH) {
            released = storage.reservations().releaseExpired(tenant, by, at, BATCH);
        }
    }

    /** Counters that do not agree are nobody's to repair silently: somebody has to look. */
    private void compareStock(TenantId tenant) {
        var drifts = storage.inventory().drifts(tenant);
        if (!drifts.isEmpty()) {
            var today = LocalDate.ofInstant(clock.instant(), ROMANIA);
            var topic = new TaskTopic(HumanTaskKind.RECONCILIATION, "stock", tenant.toString(), "drift of " + today);
            tasks.open(
                    tenant,
                    Clockwork.ACTOR,
                    new TaskOrder(
                            topic,
                            "Stock does not agree with its ledger at " + drifts.size() + " places",
                            Urgency.HIGH,
                            Role.WAREHOUSE_MANAGER));
        }
    }
}
